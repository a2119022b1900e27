package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class ChinchillaTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.CHINCHILLA;
    }

    @Override
    double[] usual() {
        return new double[] {1.69, 406.4, 410.7, 0.34, 0.28};
    }

    @Override
    double[][] rows() {
        return grid(new double[] {1e8, 4e8, 3e9, 1e10}, new double[] {1e9, 7e9, 4e10, 3e11});
    }
}
