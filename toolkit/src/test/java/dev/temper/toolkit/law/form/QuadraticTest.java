package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class QuadraticTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.QUADRATIC;
    }

    @Override
    double[] usual() {
        return new double[] {9, -0.9, 0.03};
    }

    @Override
    double[][] rows() {
        return budgets();
    }
}
