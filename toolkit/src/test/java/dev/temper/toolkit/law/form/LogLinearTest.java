package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class LogLinearTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.LOG_LINEAR;
    }

    @Override
    double[] usual() {
        return new double[] {4, -0.1};
    }

    @Override
    double[][] rows() {
        return budgets();
    }
}
