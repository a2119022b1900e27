package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Data that cannot carry a law get a word, never a silent number. */
class BadInputTest {
    private static final double[] LAW = {1.6, 30, 0.3};

    private static Fit fit(double[] budgets, double[] values) {
        return Fitting.fit(LawForms.POWER, Observations.of(budgets, values), FitOptions.losses());
    }

    private static double[] budgets(int count) {
        double[] budgets = new double[count];
        Arrays.setAll(budgets, i -> 1e4 * Math.pow(2, i));
        return budgets;
    }

    private static double[] losses(double[] budgets) {
        Random random = new Random(1);
        return Arrays.stream(budgets)
                .map(budget -> LawForms.POWER.value(LAW, budget) * Math.exp(0.002 * random.nextGaussian()))
                .toArray();
    }

    @Test
    void tooFewBudgetsAreRefusedWithHowManyAreMissing() {
        assertThatThrownBy(() -> fit(new double[] {1e4, 1e4, 2e4}, new double[] {3, 3.1, 2.9}))
                .isInstanceOf(FitException.class)
                .hasMessage(
                        "distinct budgets must be at least 3 for the power law with floor, but are 2; add runs at 1 more,"
                                + " or fit a form with fewer parameters");
    }

    @Test
    void aVariableThatNeverChangesIsRefusedByName() {
        double[][] rows = Arrays.stream(budgets(6))
                .mapToObj(tokens -> new double[] {7e9, tokens})
                .toArray(double[][]::new);
        assertThatThrownBy(() -> Fitting.fit(
                        LawForms.CHINCHILLA, Observations.of(rows, losses(budgets(6))), FitOptions.losses()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("N must take at least 2 values, but is 7.0E9 in every run");
    }

    @Test
    void aVariableThatFollowsAnotherLeavesParametersUntold() {
        double[][] rows = Arrays.stream(budgets(9))
                .mapToObj(n -> new double[] {n, 20 * n})
                .toArray(double[][]::new);
        double[] values = Arrays.stream(rows)
                .mapToDouble(row -> LawForms.CHINCHILLA.value(new double[] {1.7, 20, 20, 0.3, 0.3}, row))
                .toArray();
        Fit fit = Fitting.fit(LawForms.CHINCHILLA, Observations.of(rows, values), FitOptions.losses());
        assertThat(fit.warnings()).contains(FitWarning.NOT_IDENTIFIED);
    }

    @Test
    void valuesThatNeverChangeTellNoExponent() {
        double[] values = new double[6];
        Arrays.fill(values, 1.7);
        Fit fit = fit(budgets(6), values);
        assertThat(fit.warnings()).contains(FitWarning.NOT_IDENTIFIED, FitWarning.AT_A_BOUND);
        assertThat(fit.value(1e5)).isCloseTo(1.7, within(1e-9));
    }

    @Test
    void numbersThatAreNoneAreNamed() {
        double[] budgets = {Double.NaN, 2, Double.POSITIVE_INFINITY, 0};
        double[] values = {1, Double.NEGATIVE_INFINITY, -1, 0};
        assertThatThrownBy(() -> fit(budgets, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("B of row 0 must be positive and finite, but is NaN")
                .hasMessageContaining("B of row 2 must be positive and finite, but is Infinity")
                .hasMessageContaining("B of row 3 must be positive and finite, but is 0.0")
                .hasMessageContaining("value 1 must be positive and finite, but is -Infinity")
                .hasMessageContaining("value 2 must be positive and finite, but is -1.0")
                .hasMessageContaining("value 3 must be positive and finite, but is 0.0");
    }

    @Test
    void aThousandFaultsAreCounted() {
        double[] values = new double[1000];
        assertThatThrownBy(() -> fit(budgets(1000), values)).hasMessageEndingWith("; and 988 more");
        assertThatThrownBy(() -> fit(budgets(12), new double[12]))
                .hasMessageEndingWith("value 11 must be positive and finite, but is 0.0");
    }

    @Test
    void noRowsAreRefused() {
        assertThatThrownBy(() -> fit(new double[0], new double[0]))
                .hasMessage("values must be at least one, but there is none");
    }

    @Test
    void oneSeedIsSaid() {
        assertThat(fit(budgets(6), losses(budgets(6))).warnings()).contains(FitWarning.ONE_SEED);
    }

    @Test
    void copiesOfRowsAreSaid() {
        double[] budgets = budgets(8);
        double[] values = losses(budgets);
        double[] twice = Arrays.copyOf(budgets, 16);
        double[] valuesTwice = Arrays.copyOf(values, 16);
        System.arraycopy(budgets, 0, twice, 8, 8);
        System.arraycopy(values, 0, valuesTwice, 8, 8);
        assertThat(fit(twice, valuesTwice).warnings()).contains(FitWarning.DUPLICATES);
        assertThat(fit(budgets, values).warnings()).doesNotContain(FitWarning.DUPLICATES);
    }

    @Test
    void anExponentAtItsBoundIsNamed() {
        double[] budgets = budgets(8);
        double[] cliff =
                Arrays.stream(budgets).map(b -> 1.5 + Math.pow(b / 1e4, -5)).toArray();
        Fit fit = fit(budgets, cliff);
        assertThat(fit.warnings()).contains(FitWarning.AT_A_BOUND);
        assertThat(fit.convergence().atBounds()).containsExactly("α");
    }

    private static Observations many(int count) {
        SplittableRandom random = new SplittableRandom(4);
        double[] budgets = new double[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            budgets[i] = 1e4 * Math.pow(1e4, random.nextDouble());
            values[i] = LawForms.POWER.value(LAW, budgets[i]) * (1 + 0.02 * (random.nextDouble() - 0.5));
        }
        return Observations.of(budgets, values);
    }

    @Test
    void aMillionRowsAreFitted() {
        Fit fit = Fitting.fit(LawForms.POWER, many(1_000_000), FitOptions.losses());
        assertThat(fit.parameters()[2]).isCloseTo(0.3, within(1e-3));
        assertThat(fit.confidence(1e9, 0.95).contains(LawForms.POWER.value(LAW, 1e9)))
                .isTrue();
    }

    @Test
    void manyRowsAreFittedByTheBoundedSearchFromSomeOfThem() {
        Fit fit =
                Fitting.fit(LawForms.SHIFTED, many(60_000), FitOptions.losses().withLoss(Loss.huberMad(1.345)));
        assertThat(fit.value(1e7)).isCloseTo(LawForms.POWER.value(LAW, 1e7), within(1e-3));
        assertThat(fit.convergence().converged()).isEqualTo(fit.convergence().starts());
    }
}
