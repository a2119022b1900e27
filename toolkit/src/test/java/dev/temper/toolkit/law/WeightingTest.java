package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.form.LawForms;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weights by the variance of seeds, and clusters. */
class WeightingTest {
    private static final double[] LAW = {1.6, 300, 0.5};

    private static Observations noisier(int seeds, double atSmallest, long seed) {
        Random random = new Random(seed);
        int budgets = 10;
        double[] x = new double[budgets * seeds];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int k = i / seeds;
            x[i] = 1e4 * Math.pow(2, k);
            double sigma = 0.002 * Math.pow(atSmallest, 1 - k / (budgets - 1.0));
            y[i] = LawForms.POWER.value(LAW, x[i]) * Math.exp(sigma * random.nextGaussian());
        }
        return Observations.of(x, y);
    }

    @Test
    void noisyBudgetsCountLess() {
        Observations weighted = SeedVariance.weigh(noisier(6, 8, 1), ErrorScale.LOG);
        assertThat(weighted.weight(59) / weighted.weight(0)).isBetween(20.0, 180.0);
        assertThat(Arrays.stream(weighted.weights).average().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalNoiseGivesNearlyEqualWeights() {
        Observations weighted = SeedVariance.weigh(noisier(4, 1, 2), ErrorScale.LOG);
        double least = Arrays.stream(weighted.weights).min().orElseThrow();
        double most = Arrays.stream(weighted.weights).max().orElseThrow();
        assertThat(most / least).isLessThan(10);
    }

    @Test
    void weightsBySeedsBringTheLawNearerToTheTruth() {
        FitOptions plain = FitOptions.losses();
        FitOptions weighted = plain.withWeighting(Weighting.SEEDS);
        double off = 0;
        double offWeighted = 0;
        for (int sweep = 0; sweep < 60; sweep++) {
            Observations data = noisier(3, 10, sweep);
            off += Math.pow(Fitting.fit(LawForms.POWER, data, plain).parameters()[0] - LAW[0], 2);
            offWeighted += Math.pow(Fitting.fit(LawForms.POWER, data, weighted).parameters()[0] - LAW[0], 2);
        }
        assertThat(offWeighted).isLessThan(0.7 * off);
    }

    @Test
    void withoutRepeatedSeedsThereIsNothingToWeighBy() {
        assertThatThrownBy(() -> Fitting.fit(
                        LawForms.POWER, noisier(1, 1, 3), FitOptions.losses().withWeighting(Weighting.SEEDS)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("must be at least 2 to weigh by seed variance, but are 0");
    }

    @Test
    void weightsThatAreGivenPullTheLaw() {
        Observations data = noisier(1, 1, 3)
                .withValues(Arrays.stream(noisier(1, 1, 3).values)
                        .map(value -> value)
                        .toArray());
        double[] weights = new double[data.size()];
        Arrays.fill(weights, 1);
        weights[9] = 1e9;
        Fit fit = Fitting.fit(LawForms.POWER, data.weighted(weights), FitOptions.losses());
        assertThat(fit.residuals()[9]).isCloseTo(0, within(1e-8));
    }

    @Test
    void checkpointsOfOneRunCountAsOne() {
        Observations data = noisier(3, 1, 5);
        int[] runs = new int[data.size()];
        Arrays.setAll(runs, i -> i / 6);
        Fit apart = Fitting.fit(LawForms.POWER, data, FitOptions.losses());
        Fit clustered = Fitting.fit(LawForms.POWER, data.clustered(runs), FitOptions.losses());

        assertThat(apart.noise().pureErrorDf()).isEqualTo(20);
        assertThat(clustered.noise().pureErrorDf()).isEqualTo(3);
        assertThat(clustered.noise().lackOfFitDf()).isZero();
        assertThat(clustered.parameters()).isEqualTo(apart.parameters());
        Interval narrow = apart.confidence(1e8, 0.95);
        Interval wide = clustered.confidence(1e8, 0.95);
        assertThat(wide.upper() - wide.lower()).isGreaterThan(2 * (narrow.upper() - narrow.lower()));
    }

    @Test
    void oneRunAloneGivesNoMeasureOfNoise() {
        Observations data = noisier(1, 1, 5);
        Fit fit = Fitting.fit(LawForms.POWER, data.clustered(new int[data.size()]), FitOptions.losses());
        assertThat(fit.method()).isEqualTo(IntervalMethod.NONE);
    }
}
