package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import org.junit.jupiter.api.Test;

class BrokenPowerLawTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.BROKEN;
    }

    @Override
    double[] usual() {
        return new double[] {1.4, 5, 0.1, 0.4, 2e6, 0.3};
    }

    @Override
    double[][] rows() {
        double[][] rows = new double[24][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {10_000 * Math.pow(1.6, i)};
        }
        return rows;
    }

    @Test
    void isAPowerLawBeforeItsBreakAndASteeperOneAfter() {
        double[] law = {0, 5, 0.1, 0.4, 1e6, 0.05};
        assertThat(form().value(law, 1e3)).isCloseTo(5 * Math.pow(1e3, -0.1), within(1e-9));
        assertThat(form().value(law, 1e9) / form().value(law, 1e10)).isCloseTo(Math.pow(10, 0.5), within(1e-9));
    }

    @Test
    void followsDataThatTurn() {
        double[] turning = {1.2, 4, 0.2, -0.5, 3e6, 0.3};
        Fit fit = Fitting.fit(form(), Observations.of(rows(), values(turning, rows())), FitOptions.losses());
        assertThat(fit.parameters()[3]).isNegative();
        assertThat(fit.convergence().objective()).isLessThan(1e-10);
        assertThat(fit.warnings()).doesNotContain(FitWarning.TURNS, FitWarning.BREAK_OUTSIDE);
    }

    @Test
    void warnsOfABreakOutsideTheData() {
        Fit inside = Fitting.fit(form(), clean(), options());
        double[] outside = {1.4, 5, 0.1, 0.4, 5e2, 0.8};
        Fit before = Fitting.fit(form(), Observations.of(rows(), values(outside, rows())), options());
        assertThat(inside.warnings()).doesNotContain(FitWarning.BREAK_OUTSIDE);
        assertThat(before.warnings()).contains(FitWarning.BREAK_OUTSIDE);
    }

    @Test
    void allowsFromOneToFiveBreaks() {
        assertThat(LawForms.broken(1)).isSameAs(LawForms.BROKEN);
        assertThatThrownBy(() -> LawForms.broken(0)).hasMessage("breaks must be from 1 to 5, but is 0");
        assertThatThrownBy(() -> LawForms.broken(6)).hasMessage("breaks must be from 1 to 5, but is 6");
    }
}
