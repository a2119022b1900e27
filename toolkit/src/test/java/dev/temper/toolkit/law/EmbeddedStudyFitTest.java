package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.form.LawForms;
import org.junit.jupiter.api.Test;

class EmbeddedStudyFitTest {
    private static final double TARGET = 1_310_720;

    @Test
    void shiftedLawForecastsTheWebEightTimesBeyondItsBudgets() {
        Fit fit = EmbeddedStudy.WEB.fit(LawForms.SHIFTED, 4);
        assertThat(fit.value(TARGET)).isCloseTo(1.637, within(0.02));
        assertThat(fit.value(TARGET)).isCloseTo(EmbeddedStudy.WEB.mean(6), within(0.04));
        assertThat(fit.confidence(TARGET, 0.95).contains(EmbeddedStudy.WEB.mean(6)))
                .isTrue();
        assertThat(fit.extrapolation(TARGET)).isCloseTo(8, within(1e-9));
    }

    @Test
    void powerLawIsTooHighOnTheWeb() {
        double forecast = EmbeddedStudy.WEB.fit(LawForms.POWER, 4).value(TARGET);
        assertThat(forecast).isCloseTo(1.711, within(0.01));
        assertThat(forecast - EmbeddedStudy.WEB.mean(6)).isGreaterThan(0.1);
    }

    @Test
    void bothLawsAgreeOnTheSyntheticText() {
        assertThat(EmbeddedStudy.SYNTHETIC.fit(LawForms.SHIFTED, 4).value(TARGET))
                .isCloseTo(1.728, within(0.005));
        assertThat(EmbeddedStudy.SYNTHETIC.fit(LawForms.POWER, 4).value(TARGET)).isCloseTo(1.727, within(0.005));
    }

    @Test
    void choosesThePriorExposureWhereTheCurveBends() {
        assertThat(EmbeddedStudy.WEB.choose(4).form()).isSameAs(LawForms.SHIFTED);
        assertThat(EmbeddedStudy.SYNTHETIC.choose(4).form()).isSameAs(LawForms.POWER);
        assertThat(EmbeddedStudy.WEB.choose(4).choice()).startsWith("shifted power law: residual mean square");
    }

    @Test
    void saysThatTheCuratedTextTurns() {
        assertThat(EmbeddedStudy.CURATED.choose(5).warnings()).contains(FitWarning.TURNS);
        assertThat(EmbeddedStudy.WEB.choose(7).warnings()).doesNotContain(FitWarning.TURNS);
        assertThat(EmbeddedStudy.SYNTHETIC.choose(7).warnings()).doesNotContain(FitWarning.TURNS);
        assertThat(EmbeddedStudy.OFFDOMAIN.choose(7).warnings()).doesNotContain(FitWarning.TURNS);
        assertThat(EmbeddedStudy.NONE.choose(7).warnings()).doesNotContain(FitWarning.TURNS);
    }

    @Test
    void intervalsStayAboveTheEntropyOfTheText() {
        Interval far = EmbeddedStudy.WEB.choose(4).confidence(1e9, 0.95);
        assertThat(far.lower()).isGreaterThanOrEqualTo(EmbeddedStudy.ENTROPY);
        assertThat(EmbeddedStudy.WEB.choose(4).method()).isEqualTo(IntervalMethod.REFITS);
    }

    @Test
    void everySearchConverges() {
        for (EmbeddedStudy source : new EmbeddedStudy[] {
            EmbeddedStudy.NONE, EmbeddedStudy.SYNTHETIC, EmbeddedStudy.WEB, EmbeddedStudy.OFFDOMAIN
        }) {
            for (int budgets = 4; budgets <= 7; budgets++) {
                Convergence convergence = source.choose(budgets).convergence();
                assertThat(convergence.converged()).isEqualTo(convergence.starts());
                assertThat(convergence.gradient()).isLessThan(1e-5);
                assertThat(convergence.predictedDecrease()).isLessThan(1e-12 * convergence.objective());
            }
        }
    }
}
