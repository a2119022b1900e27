package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class PowerLawWithoutFloorTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.POWER_NO_FLOOR;
    }

    @Override
    double[] usual() {
        return new double[] {20, 0.2};
    }

    @Override
    double[][] rows() {
        return budgets();
    }
}
