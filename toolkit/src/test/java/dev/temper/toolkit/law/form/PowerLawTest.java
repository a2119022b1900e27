package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class PowerLawTest extends BudgetFormContract {
    @Override
    LawForm form() {
        return LawForms.POWER;
    }

    @Override
    double[] usual() {
        return new double[] {1.6, 9, 0.3};
    }
}
