package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class RepeatedPowerLawTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.POWER_REPEATED;
    }

    @Override
    double[] usual() {
        return new double[] {1.6, 9, 0.3, 6};
    }

    @Override
    double[][] rows() {
        return grid(new double[] {1e5, 4e5, 1.6e6, 6.4e6}, new double[] {5e4, 4e5, 6e6});
    }
}
