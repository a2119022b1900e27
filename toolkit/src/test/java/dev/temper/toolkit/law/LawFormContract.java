package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every law form keeps. A new form gets a subclass that names it and gives parameters of a usual curve. */
abstract class LawFormContract {
    private static final double STEP = 1e-6;

    abstract LawForm form();

    /** Parameters of a loss curve that bends between 10 thousand and 10 million tokens. */
    abstract double[] usual();

    @Test
    void isListedUnderItsKey() {
        assertThat(LawForms.named(form().key())).isSameAs(form());
        assertThat(LawForms.ALL).contains(form());
    }

    @Test
    void namesItsParametersInItsFormula() {
        assertThat(usual()).hasSameSizeAs(form().parameters());
        assertThat(form().parameters())
                .allSatisfy(parameter -> assertThat(form().formula()).contains(parameter.name()));
    }

    @Test
    void gradientIsThatOfFiniteDifferences() {
        for (double budget : new double[] {1e3, 2e4, 1e6, 3e8}) {
            double[] gradient = form().gradient(usual(), budget);
            for (int j = 0; j < gradient.length; j++) {
                double[] up = moved(usual(), j, 1 + STEP);
                double[] down = moved(usual(), j, 1 - STEP);
                double slope = (form().value(up, budget) - form().value(down, budget)) / (up[j] - down[j]);
                assertThat(gradient[j]).isCloseTo(slope, within(1e-6 * Math.max(Math.abs(slope), 1e-9)));
            }
        }
    }

    @Test
    void centredCoordinatesGoThereAndBack() {
        double[] centred = form().centredOf(usual(), 8e4);
        double[] back = form().parametersOf(centred, 8e4);
        for (int j = 0; j < back.length; j++) {
            assertThat(back[j]).isCloseTo(usual()[j], within(1e-9 * Math.abs(usual()[j])));
        }
    }

    @Test
    void jacobianIsThatOfFiniteDifferences() {
        double[] centred = form().centredOf(usual(), 8e4);
        double[][] jacobian = form().jacobian(centred, 8e4);
        for (int j = 0; j < centred.length; j++) {
            double[] up = moved(centred, j, 1 + STEP);
            double[] down = moved(centred, j, 1 - STEP);
            for (int i = 0; i < centred.length; i++) {
                double slope =
                        (form().parametersOf(up, 8e4)[i] - form().parametersOf(down, 8e4)[i]) / (up[j] - down[j]);
                assertThat(jacobian[i][j]).isCloseTo(slope, within(1e-6 * Math.max(Math.abs(slope), 1e-6)));
            }
        }
    }

    @Test
    void recoversTheParametersOfACleanLossCurve() {
        double[] budgets = budgets(8);
        double[] values = values(usual(), budgets);
        Fit fit = Fitting.fit(form(), budgets, values, FitOptions.losses());
        for (int j = 0; j < usual().length; j++) {
            assertThat(fit.parameters()[j]).isCloseTo(usual()[j], within(1e-4 * Math.abs(usual()[j])));
        }
        assertThat(fit.warnings()).doesNotContain(FitWarning.EARLY_STOP, FitWarning.AT_A_BOUND, FitWarning.TURNS);
        assertThat(fit.value(1e7)).isCloseTo(form().value(usual(), 1e7), within(1e-6));
    }

    @Test
    void recoversTheParametersOfACleanGainCurve() {
        double[] rising = usual();
        rising[0] = 0.4;
        rising[1] = -rising[1];
        double[] budgets = budgets(8);
        Fit fit = Fitting.fit(form(), budgets, values(rising, budgets), FitOptions.gains());
        for (int j = 0; j < rising.length; j++) {
            assertThat(fit.parameters()[j]).isCloseTo(rising[j], within(1e-4 * Math.abs(rising[j])));
        }
    }

    @Test
    void refusesFewerBudgetsThanParameters() {
        int few = form().parameters().size() - 1;
        double[] budgets = budgets(few);
        double[] twice = new double[2 * few];
        System.arraycopy(budgets, 0, twice, 0, few);
        System.arraycopy(budgets, 0, twice, few, few);
        assertThatThrownBy(() -> Fitting.fit(form(), twice, values(usual(), twice), FitOptions.losses()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("distinct budgets must be at least " + (few + 1))
                .hasMessageContaining("but are " + few);
    }

    private double[] values(double[] parameters, double[] budgets) {
        return Arrays.stream(budgets)
                .map(budget -> form().value(parameters, budget))
                .toArray();
    }

    private static double[] budgets(int count) {
        double[] budgets = new double[count];
        for (int i = 0; i < count; i++) {
            budgets[i] = 10_000 * Math.pow(2, i);
        }
        return budgets;
    }

    private static double[] moved(double[] values, int j, double factor) {
        double[] moved = values.clone();
        moved[j] *= factor;
        return moved;
    }
}
