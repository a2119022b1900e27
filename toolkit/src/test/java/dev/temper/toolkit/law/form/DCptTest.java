package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class DCptTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.D_CPT;
    }

    @Override
    double[] usual() {
        return new double[] {1.2, 60, 180, 0.12, 0.26, 0.3, 0.25, 0.6, 0.1};
    }

    @Override
    double[][] rows() {
        return grid(
                new double[] {5e8, 1.8e9, 4e9}, new double[] {1e8, 1e9, 1e10}, new double[] {0, 0.1, 0.33, 0.67, 1});
    }
}
