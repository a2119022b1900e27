package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class FmLawTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.FM;
    }

    @Override
    double[] usual() {
        return new double[] {2.1, 0.9, 30, -0.02, 0.4, 0.2};
    }

    @Override
    double[][] rows() {
        return grid(new double[] {0.5, 2, 6}, new double[] {1e8, 3e8, 1e9}, new double[] {0, 1, 3});
    }
}
