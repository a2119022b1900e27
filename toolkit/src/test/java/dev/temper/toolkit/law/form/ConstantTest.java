package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class ConstantTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.CONSTANT;
    }

    @Override
    double[] usual() {
        return new double[] {2.5};
    }

    @Override
    double[][] rows() {
        return budgets();
    }
}
