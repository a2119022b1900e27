package dev.temper.toolkit.law.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final double[] LOSS = {1.6, 3000, 0.6};
    private static final double[] ACCURACY = {0.25, 2.0, 5};
    private static final int ITEMS = 2000;
    private static final double TARGET = 3e8;

    private static double loss(double budget) {
        return LOSS[0] + LOSS[1] * Math.pow(budget, -LOSS[2]);
    }

    private static double accuracy(double loss) {
        return ACCURACY[0] + (1 - ACCURACY[0]) / (1 + Math.exp(ACCURACY[2] * (loss - ACCURACY[1])));
    }

    private static Chain chain(long seed) {
        Random random = new Random(seed);
        double[] budgets = new double[24];
        double[] losses = new double[24];
        double[] accuracies = new double[24];
        double[] items = new double[24];
        for (int i = 0; i < 24; i++) {
            budgets[i] = 30_000 * Math.pow(2, Math.floorDiv(i, 3));
            losses[i] = loss(budgets[i]) * Math.exp(0.004 * random.nextGaussian());
            int right = 0;
            for (int item = 0; item < ITEMS; item++) {
                right += random.nextDouble() < accuracy(loss(budgets[i])) ? 1 : 0;
            }
            accuracies[i] = right / (double) ITEMS;
            items[i] = ITEMS;
        }
        Fit first = Fitting.fit(LawForms.POWER, Observations.of(budgets, losses), FitOptions.losses());
        Fit second = Fitting.fit(
                AccuracyLaw.between(ACCURACY[0], 1),
                Observations.of(losses, accuracies).weighted(items),
                FitOptions.accuracies());
        return Chain.of(first, second);
    }

    @Test
    void predictsTheAccuracyBeyondTheRuns() {
        assertThat(chain(1).value(TARGET)).isCloseTo(accuracy(loss(TARGET)), within(0.02));
    }

    @Test
    void drawsSpreadLikeTheDeltaMethod() {
        Chain chain = chain(1);
        double[] draws = chain.draws(new double[] {TARGET}, 4000, 3);
        Interval delta = chain.confidence(new double[] {TARGET}, 0.9);
        long inside = Arrays.stream(draws).filter(delta::contains).count();
        assertThat(inside / 4000.0).isCloseTo(0.9, within(0.02));
        assertThat(chain.draws(new double[] {TARGET}, 10, 3)).containsExactly(Arrays.copyOf(draws, 10));
        Interval drawn = chain.drawn(new double[] {TARGET}, 0.9, 4000, 3);
        assertThat(drawn.lower()).isCloseTo(delta.lower(), within(0.1 * (delta.upper() - delta.lower())));
        assertThat(drawn.upper()).isCloseTo(delta.upper(), within(0.1 * (delta.upper() - delta.lower())));
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        int held = 0;
        int sweeps = 300;
        for (int seed = 0; seed < sweeps; seed++) {
            Interval interval = chain(seed).confidence(new double[] {TARGET}, 0.9);
            held += interval.contains(accuracy(loss(TARGET))) ? 1 : 0;
        }
        assertThat(held / (double) sweeps).isBetween(0.84, 0.96);
    }

    @Test
    void carriesTheErrorOfTheLossThroughTheSlopeOfTheAccuracyAndAddsItsOwn() {
        Fit first = Fitting.fit(
                LawForms.POWER,
                Observations.of(new double[] {1e5, 3e5, 1e6, 3e6, 1e7}, new double[] {4.61, 3.14, 2.36, 1.98, 1.79}),
                FitOptions.losses());
        Fit second = Fitting.fit(
                AccuracyLaw.between(0.25, 1),
                Observations.of(new double[] {1.8, 2, 2.2, 2.4, 2.8}, new double[] {0.8, 0.62, 0.45, 0.34, 0.27}),
                FitOptions.accuracies());
        double loss = first.value(1e8);
        double slope = (second.value(loss + 1e-4) - second.value(loss - 1e-4)) / 2e-4;
        double carried = slope * first.standardError(1e8) * loss;

        Chain chain = Chain.of(first, second);

        assertThat(chain.standardError(1e8)).isCloseTo(Math.hypot(carried, second.standardError(loss)), within(1e-6));
        assertThat(chain.standardError(1e8)).isGreaterThan(Math.abs(carried)).isGreaterThan(second.standardError(loss));
    }

    @Test
    void intervalsStayBetweenNoneRightAndAll() {
        Interval interval = chain(2).confidence(new double[] {1e12}, 0.9999);
        assertThat(interval.lower()).isPositive();
        assertThat(interval.upper()).isLessThan(1);
    }

    @Test
    void isUnboundedWhereALawHasNoMeasureOfNoise() {
        double[] budgets = {1e5, 1e6, 1e7};
        Fit exact =
                Fitting.fit(LawForms.POWER, Observations.of(budgets, new double[] {3, 2.2, 1.8}), FitOptions.losses());
        Fit second = Fitting.fit(
                AccuracyLaw.between(0.25, 1),
                Observations.of(new double[] {1.8, 2.2, 2.6, 3}, new double[] {0.8, 0.5, 0.3, 0.26}),
                FitOptions.accuracies());
        assertThat(Chain.of(exact, second).confidence(new double[] {1e8}, 0.95).bounded())
                .isFalse();
    }

    @Test
    void refusesASecondLawInSeveralVariablesAndLevelsThatAreNone() {
        Chain chain = chain(1);
        Fit two = Fitting.fit(
                LawForms.CHINCHILLA,
                Observations.of(
                        new double[][] {{1e6, 1e7}, {1e6, 1e8}, {1e7, 1e7}, {1e7, 1e8}, {1e8, 1e7}, {1e8, 1e8}},
                        new double[] {5, 4.5, 4.2, 3.6, 4, 3.2}),
                FitOptions.losses());
        assertThatThrownBy(() -> Chain.of(two, two))
                .hasMessage("variables of the law in parameters and tokens must be 1, the loss, but are 2");
        assertThatThrownBy(() -> chain.confidence(new double[] {TARGET}, 95))
                .hasMessage("level must be between 0 and 1, but is 95.0");
    }
}
