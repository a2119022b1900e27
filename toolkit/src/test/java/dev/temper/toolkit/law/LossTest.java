package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fits under every loss. */
class LossTest {
    private static final double[] LAW = {1.6, 300, 0.5};

    private static Observations losses(double sigma, int outliers) {
        Random random = new Random(8);
        double[] budgets = new double[36];
        double[] values = new double[36];
        for (int i = 0; i < values.length; i++) {
            budgets[i] = 10_000 * Math.pow(2, Math.floorDiv(i, 3));
            values[i] = LawForms.POWER.value(LAW, budgets[i]) * Math.exp(sigma * random.nextGaussian());
        }
        for (int i = 0; i < outliers; i++) {
            values[7 * i] *= 1.2;
        }
        return Observations.of(budgets, values);
    }

    @Test
    void outliersMoveARobustFitLittle() {
        Observations data = losses(0.002, 4);
        double truth = LawForms.POWER.value(LAW, 1e5);
        double squares = Fitting.fit(LawForms.POWER, data, FitOptions.losses()).value(1e5);
        double huber = Fitting.fit(LawForms.POWER, data, FitOptions.losses().withLoss(Loss.huberMad(1.345)))
                .value(1e5);
        assertThat(Math.abs(squares - truth)).isGreaterThan(0.01 * truth);
        assertThat(Math.abs(huber - truth)).isLessThan(0.003 * truth);
    }

    @Test
    void theThresholdThatAdaptsIsAMultipleOfTheMedianResidual() {
        Observations data = losses(0.002, 4);
        Fit fit = Fitting.fit(LawForms.POWER, data, FitOptions.losses().withLoss(Loss.huberMad(1.345)));
        double threshold = 1.345 * Loss.medianSize(fit.residuals()) / 0.6744897501960817;
        double[] fixed = Fitting.fit(LawForms.POWER, data, FitOptions.losses().withLoss(Loss.huber(threshold)))
                .parameters();
        for (int j = 0; j < fixed.length; j++) {
            assertThat(fit.parameters()[j]).isCloseTo(fixed[j], within(1e-6 * Math.abs(fixed[j])));
        }
    }

    @Test
    void cleanDataAreFittedUnderEveryLoss() {
        for (Loss loss :
                new Loss[] {Loss.SQUARES, Loss.HUBER_HOFFMANN, Loss.huber(0.01), Loss.huberMad(1.345), Loss.ABSOLUTE}) {
            Fit fit = Fitting.fit(
                    LawForms.POWER, losses(0, 0), FitOptions.losses().withLoss(loss));
            for (int j = 0; j < LAW.length; j++) {
                assertThat(fit.parameters()[j]).as(loss.toString()).isCloseTo(LAW[j], within(1e-5 * LAW[j]));
            }
        }
    }

    @Test
    void accuraciesOfOneRateAreFittedByTheirMean() {
        double[] budgets = {1, 2, 4, 8, 16, 32};
        double[] shares = {.25, .26, .26, .27, .27, .28};
        double[] items = {100, 100, 100, 300, 300, 300};
        Fit fit =
                Fitting.fit(LawForms.POWER, Observations.of(budgets, shares).weighted(items), FitOptions.accuracies());
        double expected = 0;
        double counted = 0;
        for (int i = 0; i < items.length; i++) {
            expected += items[i] * fit.fitted()[i];
            counted += items[i] * shares[i];
        }
        assertThat(expected).isCloseTo(counted, within(3.0));
        assertThat(fit.convergence().objective()).isBetween(0.0, 1.0);
    }

    @Test
    void accuraciesLieBetweenZeroAndOne() {
        assertThatThrownBy(() -> Fitting.fit(
                        LawForms.POWER,
                        Observations.of(new double[] {1, 2, 3}, new double[] {0.5, 1.2, -0.1}),
                        FitOptions.accuracies()))
                .hasMessage(
                        "value 1 must be between 0 and 1, but is 1.2; value 2 must be between 0 and 1, but is -0.1");
        assertThatThrownBy(() -> FitOptions.losses().withLoss(Loss.BINOMIAL))
                .hasMessageContaining("scale must be NATURAL");
    }

    @Test
    void leveragesSumToTheNumberOfParameters() {
        Fit fit = Fitting.fit(LawForms.POWER, losses(0.002, 0), FitOptions.losses());
        assertThat(Arrays.stream(fit.leverages()).sum()).isCloseTo(3, within(1e-9));
        assertThat(Arrays.stream(fit.leverages()).boxed()).allMatch(h -> h > 0 && h < 1);
    }

    @Test
    void residualsAreValuesLessTheLawOnTheScaleOfTheFit() {
        Observations data = losses(0.002, 0);
        Fit fit = Fitting.fit(LawForms.POWER, data, FitOptions.losses());
        for (int i = 0; i < data.size(); i++) {
            assertThat(fit.residuals()[i])
                    .isCloseTo(Math.log(data.value(i)) - Math.log(fit.fitted()[i]), within(1e-14));
        }
    }

    @Test
    void aRefitWithCountsIsAFitToTheRunsThatOften() {
        Observations data = losses(0.002, 0);
        Fit fit = Fitting.fit(LawForms.POWER, data, FitOptions.losses());
        double[] values = new double[data.size()];
        double[] counts = new double[data.size()];
        int[] indices = new int[data.size()];
        Random random = new Random(3);
        for (int i = 0; i < counts.length; i++) {
            values[i] = data.value(i);
            indices[i] = random.nextInt(counts.length);
            counts[indices[i]]++;
        }
        double[] again = Fitting.fit(LawForms.POWER, data.only(indices), FitOptions.losses())
                .parameters();

        Refit refit = fit.refitter().fit(values, counts);

        for (int j = 0; j < again.length; j++) {
            assertThat(refit.parameters()[j]).isCloseTo(again[j], within(1e-6 * Math.abs(again[j])));
        }
    }

    @Test
    void aRefitNamesWhatItCannotUse() {
        Fit fit = Fitting.fit(LawForms.POWER, losses(0.002, 0), FitOptions.losses());
        double[] values = new double[fit.runs()];
        double[] weights = new double[fit.runs()];
        weights[1] = -1;
        weights[2] = 1;
        assertThatThrownBy(() -> fit.refitter().fit(values, weights))
                .hasMessage(
                        "weight 1 must be 0 or more and finite, but is -1.0; value 2 must have a place on the scale LOG,"
                                + " but is 0.0");
        assertThatThrownBy(() -> fit.refitter().fit(values, new double[2])).hasMessageContaining("must be as many");
    }
}
