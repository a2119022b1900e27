package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class MixingNestedTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.MIXING_NESTED;
    }

    @Override
    double[] usual() {
        return new double[] {1.6, 60, 9, 0.5, 0.25, 0.3, -2.5, 0.7};
    }

    @Override
    double[][] rows() {
        return grid(
                new double[] {7e7, 1.6e8, 4e8}, new double[] {1e4, 3e4, 1e5}, new double[] {0, 0.2, 0.6}, new double[] {
                    0.05, 0.35
                });
    }
}
