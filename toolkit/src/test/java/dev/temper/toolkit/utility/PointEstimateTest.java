package dev.temper.toolkit.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointEstimateTest {
    private static List<Outcome> runs(String source, double... losses) {
        List<Outcome> runs = new ArrayList<>();
        for (int seed = 0; seed < losses.length; seed++) {
            runs.add(new Outcome(source, 1000, seed, losses[seed]));
        }
        return runs;
    }

    @SafeVarargs
    private static List<PointEstimate> estimates(List<Outcome>... runs) {
        List<Outcome> all = new ArrayList<>();
        for (List<Outcome> some : runs) {
            all.addAll(some);
        }
        return PointEstimate.at(new Outcomes("none", all), 1000);
    }

    @Test
    void pairsBySeedSoThatSharedNoiseCancels() {
        PointEstimate estimate = estimates(runs("none", 2.0, 2.2, 2.4), runs("web", 1.9, 2.1, 2.3))
                .get(0);
        assertThat(estimate.gain()).isCloseTo(0.1, within(1e-12));
        assertThat(estimate.standardError()).isCloseTo(0, within(1e-12));
        assertThat(estimate.seeds()).isEqualTo(3);
    }

    @Test
    void leavesOutSeedsWithoutAControl() {
        PointEstimate estimate =
                estimates(runs("none", 2.0, 2.2), runs("web", 1.9, 2.0, 9)).get(0);
        assertThat(estimate.gain()).isCloseTo(0.15, within(1e-12));
        assertThat(estimate.seeds()).isEqualTo(2);
        assertThat(estimate.standardError()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void sourcesThatNoiseDoesNotPartShareARank() {
        List<PointEstimate> estimates = estimates(
                runs("none", 2.0, 2.0, 2.0),
                runs("a", 1.70, 1.71, 1.72),
                runs("b", 1.72, 1.70, 1.72),
                runs("c", 1.90, 1.91, 1.92));
        assertThat(estimates).extracting(PointEstimate::source).containsExactly("a", "b", "c");
        assertThat(estimates).extracting(PointEstimate::rank).containsExactly(1, 1, 3);
    }

    @Test
    void oneSeedIsRankedByValueAndHasNoStandardError() {
        List<PointEstimate> estimates = estimates(runs("none", 2), runs("a", 1.8), runs("b", 1.7), runs("harm", 2.1));
        assertThat(estimates).extracting(PointEstimate::source).containsExactly("b", "a", "harm");
        assertThat(estimates).extracting(PointEstimate::rank).containsExactly(1, 2, 3);
        assertThat(estimates)
                .allSatisfy(estimate -> assertThat(estimate.standardError()).isNaN());
        assertThat(estimates.get(2).gain()).isNegative();
    }

    @Test
    void withoutPairsThereAreNone() {
        assertThat(estimates(runs("a", 1.8))).isEmpty();
    }
}
