package dev.temper.toolkit.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Probabilities mean what they say: simulated pairs of sources with known laws, decided eight times beyond their budgets. */
class RankingTest {
    private static final int PAIRS = 100;

    @Test
    void answersSaidToBeSureAreRightAndProbabilitiesBeatACoin() {
        Random random = new Random(9);
        int sure = 0;
        int right = 0;
        double brier = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            double[] left = law(random);
            double[] close = law(random);
            double[] rival = {left[0] + 0.3 * (close[0] - left[0]), close[1], close[2]};
            List<Outcome> runs = new ArrayList<>();
            for (int k = 0; k < 6; k++) {
                long tokens = 20_000L << k;
                for (int seed = 0; seed < 3; seed++) {
                    runs.add(new Outcome("none", tokens, seed, 2.5 * Math.exp(0.003 * random.nextGaussian())));
                    runs.add(new Outcome(
                            "left", tokens, seed, loss(left, tokens) * Math.exp(0.003 * random.nextGaussian())));
                    runs.add(new Outcome(
                            "right", tokens, seed, loss(rival, tokens) * Math.exp(0.003 * random.nextGaussian())));
                }
            }
            DecisionOptions options = new DecisionOptions(0, 0.95, 0.95, 0.005, 30, 10, 500, pair);
            long target = 8 * (20_000L << 5);
            Ranking ranking = Ranking.at(
                            UtilityCurve.all(new Outcomes("none", runs), (source, tokens) -> 1, options), target)
                    .orElseThrow();
            double chance = ranking.beats("left", "right");
            boolean truth = loss(left, target) < loss(rival, target);
            brier += Math.pow(chance - (truth ? 1 : 0), 2) / PAIRS;
            if (Math.max(chance, 1 - chance) >= 0.95) {
                sure++;
                right += chance > 0.5 == truth ? 1 : 0;
            }
        }
        assertThat(sure).isGreaterThan(PAIRS / 4);
        assertThat(right / (double) sure).isGreaterThan(0.95);
        assertThat(brier).isLessThan(0.06);
    }

    private static double[] law(Random random) {
        return new double[] {
            1.5 + 0.3 * random.nextDouble(), 0.3 + 0.5 * random.nextDouble(), 0.15 + 0.3 * random.nextDouble()
        };
    }

    private static double loss(double[] law, long tokens) {
        return law[0] + law[1] * Math.pow(tokens / 20_000.0, -law[2]);
    }
}
