package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;

class ErrorFromLossTest extends LawFormContract {
    @Override
    LawForm form() {
        return LawForms.ERROR_FROM_LOSS;
    }

    @Override
    double[] usual() {
        return new double[] {0.85, 2.1, 0.8};
    }

    @Override
    double[][] rows() {
        return grid(new double[] {2, 2.2, 2.5, 3, 3.7, 5});
    }

    @Override
    FitOptions options() {
        return FitOptions.gains();
    }
}
