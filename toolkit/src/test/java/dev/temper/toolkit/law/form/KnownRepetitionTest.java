package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

class KnownRepetitionTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.DATA_CONSTRAINED_KNOWN;
    }

    @Override
    double[] usual() {
        return new double[] {15, 5};
    }

    @Override
    double[][] rows() {
        return grid(new double[] {1e8, 8e8, 6e9}, new double[] {4e9, 3e10, 2e11}, new double[] {1e8, 1e9, 2e10});
    }
}
