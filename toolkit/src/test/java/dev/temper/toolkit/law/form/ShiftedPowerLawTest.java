package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.LawForm;
import org.junit.jupiter.api.Test;

class ShiftedPowerLawTest extends BudgetFormContract {
    @Override
    LawForm form() {
        return LawForms.SHIFTED;
    }

    @Override
    double[] usual() {
        return new double[] {1.4, 0.6, 0.5, 60_000};
    }

    @Test
    void isAPowerLawFarAboveThePriorExposure() {
        double[] shifted = {1.4, 9 * Math.pow(2.0, -0.3), 0.3, 2};
        double[] power = {1.4, 9, 0.3};
        assertThat(form().value(shifted, 1e9)).isCloseTo(LawForms.POWER.value(power, 1e9), within(1e-9));
    }
}
