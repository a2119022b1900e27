package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class MixingTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.MIXING;
    }

    @Override
    double[] usual() {
        return new double[] {1.9, 0.8, -2.5, 0.6};
    }

    @Override
    double[][] rows() {
        return grid(new double[] {0, 0.15, 0.4, 0.6}, new double[] {0.05, 0.2, 0.35});
    }
}
