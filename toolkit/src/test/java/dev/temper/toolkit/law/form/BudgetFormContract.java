package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Observations;
import org.junit.jupiter.api.Test;

/** What the forms keep whose one variable is the budget, and whose first two parameters are floor and amplitude. */
abstract class BudgetFormContract extends LawFormContract {
    @Override
    double[][] rows() {
        return budgets();
    }

    @Test
    void predictsBeyondTheDataOfACleanLossCurve() {
        Fit fit = Fitting.fit(form(), clean(), options());
        assertThat(fit.value(1e7)).isCloseTo(form().value(usual(), 1e7), within(1e-6));
    }

    @Test
    void recoversTheParametersOfACleanGainCurve() {
        double[] rising = usual();
        rising[0] = 0.4;
        rising[1] = -rising[1];
        Fit fit = Fitting.fit(form(), Observations.of(rows(), values(rising, rows())), FitOptions.gains());
        for (int j = 0; j < rising.length; j++) {
            assertThat(fit.parameters()[j]).isCloseTo(rising[j], within(1e-4 * Math.abs(rising[j])));
        }
    }
}
