package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.chain.AccuracyLaw;

/** The sigmoid is made by factory, for its floor may be known, so it is not listed; all else that forms keep it keeps. */
class AccuracyLawTest extends LawFormContract {
    private static final LawForm LAW = AccuracyLaw.free();

    @Override
    LawForm form() {
        return LAW;
    }

    @Override
    void isListedUnderItsKey() {}

    @Override
    double[] usual() {
        return new double[] {0.25, 0.9, 0.8, 6};
    }

    @Override
    double[][] rows() {
        double[][] rows = new double[16][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {0.3 + 0.1 * i};
        }
        return rows;
    }

    @Override
    FitOptions options() {
        return FitOptions.accuracies();
    }
}
