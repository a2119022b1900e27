package dev.temper.install.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A short run of the benchmark's pairs. With 200 of them a Brier score is known to about 0.01 and a percentage to about 2. */
class JointBenchTest {
    private static final int PAIRS = 200;

    @Test
    void genericPairsAreJudgedBetterTogetherThanApart() {
        Score together = JointBench.score(Rule.SHRUNK, Pair.Kind.GENERIC, PAIRS);
        Score apart = JointBench.score(Rule.TWO_LAWS, Pair.Kind.GENERIC, PAIRS);
        assertThat(together.brier()).isLessThan(0.045).isLessThan(apart.brier());
        assertThat(together.rightWhenSure()).isGreaterThan(97);
        assertThat(together.calibration()).isLessThan(0.06);
    }

    @Test
    void crossingsAreSeenThatTheLargestBudgetDoesNotShow() {
        Score together = JointBench.score(Rule.SHRUNK, Pair.Kind.CROSSING, PAIRS);
        Score top = JointBench.score(Rule.TOP, Pair.Kind.CROSSING, PAIRS);
        assertThat(together.brier()).isLessThan(0.115).isLessThan(top.brier() / 2);
        assertThat(together.accuracy()).isGreaterThan(80);
        assertThat(together.rightWhenSure()).isGreaterThan(95);
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        assertThatThrownBy(() -> new JointBench(List.of("--sweeps", "3"), System.out))
                .hasMessage("option must be --pairs, but is --sweeps");
        assertThatThrownBy(() -> new JointBench(List.of("--pairs", "3"), System.out))
                .hasMessage("--pairs must be at least 10, but is 3");
    }

    @Test
    void scoresCountWhatWasSaid() {
        Score score =
                Score.of(new double[] {0.99, 0.97, 0.85, 0.1, 0.55}, new boolean[] {true, false, true, false, false});
        assertThat(score.brier()).isEqualTo((0.01 * 0.01 + 0.97 * 0.97 + 0.15 * 0.15 + 0.1 * 0.1 + 0.55 * 0.55) / 5);
        assertThat(score.accuracy()).isEqualTo(60);
        assertThat(score.rightWhenSure()).isEqualTo(50);
        assertThat(score.rightWhenLikely()).isEqualTo(100);
    }
}
