package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.choice.FormChoice;
import dev.temper.toolkit.law.form.LawForms;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final double[] LAW = {1.8, 14, 0.25};

    private static double[] budgets(int count, int seeds) {
        double[] budgets = new double[count * seeds];
        for (int i = 0; i < budgets.length; i++) {
            budgets[i] = 20_000 * Math.pow(2.5, Math.floorDiv(i, seeds));
        }
        return budgets;
    }

    private static double[] noisy(double[] budgets, double sigma, long seed) {
        Random random = new Random(seed);
        double[] values = new double[budgets.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = LawForms.POWER.value(LAW, budgets[i]) * Math.exp(sigma * random.nextGaussian());
        }
        return values;
    }

    private static Fit fit(int count, int seeds) {
        double[] budgets = budgets(count, seeds);
        return Fitting.fit(LawForms.POWER, Observations.of(budgets, noisy(budgets, 0.002, 3)), FitOptions.losses());
    }

    @Test
    void namesEveryBadNumberAtOnce() {
        double[] budgets = {1e4, -2, 4e4, 8e4};
        double[] values = {2, 1.9, 0, Double.NaN};
        assertThatThrownBy(() -> Fitting.fit(LawForms.POWER, Observations.of(budgets, values), FitOptions.losses()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "B of row 1 must be positive and finite, but is -2.0; value 2 must be positive and finite, but is 0.0;"
                                + " value 3 must be positive and finite, but is NaN");
    }

    @Test
    void refusesUnequalLengths() {
        assertThatThrownBy(() -> Fitting.fit(
                        LawForms.POWER, Observations.of(new double[] {1, 2}, new double[] {1}), FitOptions.losses()))
                .hasMessage("rows must be as many as values, 1, but are 2");
    }

    @Test
    void bandsWidenBeyondTheDataAndPredictionsAreWiderThanTheCurve() {
        Fit fit = fit(6, 3);
        assertThat(fit.method()).isEqualTo(IntervalMethod.DELTA_T);
        assertThat(width(fit.confidence(3e7, 0.95))).isGreaterThan(width(fit.confidence(3e5, 0.95)));
        assertThat(width(fit.prediction(3e5, 0.95))).isGreaterThan(width(fit.confidence(3e5, 0.95)));
        assertThat(width(fit.confidence(3e7, 0.99))).isGreaterThan(width(fit.confidence(3e7, 0.8)));
    }

    @Test
    void drawsSpreadLikeTheBand() {
        Fit fit = fit(6, 3);
        Interval band = fit.confidence(3e7, 0.9);
        List<Curve> draws = fit.draws(4000, 7);
        long inside =
                draws.stream().filter(draw -> band.contains(draw.value(3e7))).count();
        assertThat(inside / 4000.0).isCloseTo(0.9, within(0.015));
        assertThat(fit.draws(3, 7).get(2).value(3e7)).isEqualTo(draws.get(2).value(3e7));
    }

    @Test
    void standardErrorsAreTheRootsOfTheCovariance() {
        Fit fit = fit(6, 3);
        List<Estimate> estimates = fit.estimates(0.95);
        for (int i = 0; i < estimates.size(); i++) {
            assertThat(estimates.get(i).standardError())
                    .isCloseTo(
                            Math.sqrt(fit.covariance()[i][i]),
                            within(1e-9 * estimates.get(i).standardError()));
            assertThat(estimates.get(i).value()).isEqualTo(fit.parameters()[i]);
        }
    }

    @Test
    void intervalsStandOnLackOfFitAndNeverOnLessOfItThanChanceAllows() {
        double[] budgets = budgets(6, 2);
        double[] values = noisy(budgets, 1e-5, 1);
        for (int i = 0; i < values.length; i++) {
            values[i] += i / 2 % 2 == 0 ? 0.01 : -0.01;
        }
        Noise bent = Fitting.fit(LawForms.POWER, Observations.of(budgets, values), FitOptions.losses())
                .noise();
        assertThat(bent.lackOfFitLeads()).isTrue();
        assertThat(bent.degreesOfFreedom()).isEqualTo(3);
        assertThat(bent.meanSquare()).isEqualTo(bent.lackOfFit()).isGreaterThan(bent.pureError());

        Noise straight = new Noise(4e-6, 12, 1e-6, 3);
        assertThat(straight.degreesOfFreedom()).isEqualTo(3);
        assertThat(straight.meanSquare()).isEqualTo(1e-6);
        assertThat(straight.ofOneRun()).isEqualTo(4e-6);

        Noise lucky = new Noise(4e-6, 12, 1e-9, 3);
        assertThat(lucky.lackOfFitLeads()).isFalse();
        assertThat(lucky.degreesOfFreedom()).isEqualTo(3);
        assertThat(lucky.meanSquare()).isCloseTo(0.0369 * 4e-6, within(1e-9));

        assertThat(new Noise(4e-6, 12, Double.NaN, 0).degreesOfFreedom()).isEqualTo(12);
        assertThat(new Noise(Double.NaN, 0, 1e-6, 3).meanSquare()).isEqualTo(1e-6);
    }

    @Test
    void asManyRunsAsParametersGiveUnboundedIntervals() {
        Fit fit = fit(3, 1);
        assertThat(fit.method()).isEqualTo(IntervalMethod.NONE);
        assertThat(fit.confidence(1e6, 0.95).bounded()).isFalse();
        assertThat(fit.warnings())
                .contains(FitWarning.FEW_BUDGETS, FitWarning.ONE_SEED, FitWarning.FLOOR_NOT_IDENTIFIED);
        assertThatThrownBy(() -> fit.draws(1, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void asManyBudgetsAsParametersStandOnSeedNoiseAndSaySo() {
        Fit fit = fit(3, 3);
        assertThat(fit.degreesOfFreedom()).isEqualTo(6);
        assertThat(fit.warnings()).contains(FitWarning.FEW_BUDGETS).doesNotContain(FitWarning.ONE_SEED);
        assertThat(fit.noise().lackOfFitDf()).isZero();
    }

    @Test
    void oneSeedStandsOnLackOfFit() {
        Fit fit = fit(6, 1);
        assertThat(fit.noise().lackOfFitLeads()).isTrue();
        assertThat(fit.degreesOfFreedom()).isEqualTo(3);
        assertThat(fit.warnings()).contains(FitWarning.ONE_SEED);
    }

    @Test
    void wellPlacedDataGiveNoWarning() {
        double[] budgets = budgets(12, 3);
        double[] steep = new double[budgets.length];
        Random random = new Random(5);
        for (int i = 0; i < steep.length; i++) {
            steep[i] = LawForms.POWER.value(new double[] {1.6, 3000, 0.8}, budgets[i])
                    * Math.exp(0.001 * random.nextGaussian());
        }
        Fit fit = Fitting.fit(LawForms.POWER, Observations.of(budgets, steep), FitOptions.losses());
        assertThat(fit.warnings()).isEmpty();
        assertThat(fit.estimates(0.95).get(0).interval().contains(1.6)).isTrue();
    }

    @Test
    void fourBudgetsOfOneSeedGetThePowerLaw() {
        double[] budgets = budgets(4, 1);
        Fit fit = FormChoice.of(Observations.of(budgets, noisy(budgets, 0.002, 1)), FitOptions.losses());
        assertThat(fit.form()).isSameAs(LawForms.POWER);
        assertThat(fit.choice()).contains("needs five budgets").contains("4 with one seed");
    }

    @Test
    void oneSeedTurnsWhenItUndoesHalfOfItsWay() {
        double[] budgets = budgets(6, 1);
        Fit turned = FormChoice.of(
                Observations.of(budgets, new double[] {2.0, 1.9, 1.85, 1.84, 1.9, 2.1}), FitOptions.losses());
        Fit wobbling = FormChoice.of(
                Observations.of(budgets, new double[] {2.0, 1.9, 1.85, 1.80, 1.81, 1.77}), FitOptions.losses());
        assertThat(turned.warnings()).contains(FitWarning.TURNS);
        assertThat(wobbling.warnings()).doesNotContain(FitWarning.TURNS);
    }

    @Test
    void aGainThatOnlyFallsDoesNotTurn() {
        double[] budgets = budgets(6, 1);
        Fit falling = FormChoice.of(
                Observations.of(budgets, new double[] {-.02, -.03, -.05, -.06, -.09, -.11}), FitOptions.gains());
        Fit turned =
                FormChoice.of(Observations.of(budgets, new double[] {.1, .2, .25, .2, .1, -.1}), FitOptions.gains());
        assertThat(falling.warnings()).doesNotContain(FitWarning.TURNS);
        assertThat(turned.warnings()).contains(FitWarning.TURNS);
    }

    @Test
    void aConstantCurveIsFittedAndItsLevelIsKept() {
        double[] budgets = budgets(6, 1);
        double[] values = {1.7, 1.7, 1.7, 1.7, 1.7, 1.7};
        Fit fit = FormChoice.of(Observations.of(budgets, values), FitOptions.losses());
        assertThat(fit.value(1e7)).isCloseTo(1.7, within(1e-6));
    }

    @Test
    void keepsTheFloorOnItsSideOfTheBound() {
        double[] budgets = budgets(6, 3);
        Fit fit =
                Fitting.fit(LawForms.POWER, Observations.of(budgets, noisy(budgets, 0.002, 3)), FitOptions.losses(1.9));
        assertThat(fit.parameters()[0]).isGreaterThanOrEqualTo(1.9);
    }

    @Test
    void refusesBoundsInTheWrongOrderAndNegativeFloorsOfLosses() {
        assertThatThrownBy(() -> new FitOptions(ErrorScale.NATURAL, 2, 1, false))
                .hasMessageContaining("asymptoteLower must be below");
        assertThatThrownBy(() -> FitOptions.losses(-1)).hasMessageContaining("asymptoteLower must be at least 0");
    }

    private static double width(Interval interval) {
        return interval.upper() - interval.lower();
    }
}
