package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;

/** With several breaks the law is made by factory and not listed; all else that forms keep it keeps. */
class BrokenTwicePowerLawTest extends LawFormContract {
    private static final LawForm TWICE = LawForms.broken(2);

    @Override
    LawForm form() {
        return TWICE;
    }

    @Override
    void isListedUnderItsKey() {}

    @Override
    double[] usual() {
        return new double[] {1.4, 5, 0.1, 0.5, 3e5, 0.5, -0.4, 2e8, 0.6};
    }

    @Override
    double[][] rows() {
        double[][] rows = new double[40][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {1000 * Math.pow(1.6, i)};
        }
        return rows;
    }

    @Override
    double slack() {
        return 1e-3;
    }
}
