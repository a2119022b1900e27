package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class OverTrainingTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.OVER_TRAINING;
    }

    @Override
    double[] usual() {
        return new double[] {1.5, 140, 190, -0.24};
    }

    @Override
    double[][] rows() {
        return grid(new double[] {1e7, 8e7, 4e8, 1.4e9}, new double[] {5, 20, 80, 320});
    }
}
