package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.schedule.MultiPowerLaw;
import dev.temper.toolkit.law.schedule.Schedule;
import java.util.List;

/** A law over schedules is made by factory, so it is not listed; all else that forms keep it keeps. */
class MultiPowerLawTest extends LawFormContract {
    private static final LawForm LAW = MultiPowerLaw.of(List.of(
            Schedule.cosine(200, 4000, 3e-4, 3e-5),
            Schedule.constant(200, 4000, 3e-4),
            Schedule.stepDown(200, 2000, 4000, 3e-4, 9e-5)));

    @Override
    LawForm form() {
        return LAW;
    }

    @Override
    void isListedUnderItsKey() {}

    @Override
    double[] usual() {
        return new double[] {2.65, 0.6, 438, 0.45, 2.1, 0.6, 0.65};
    }

    @Override
    double[][] rows() {
        double[][] rows = new double[90][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {Math.floorMod(i, 3), 300 + 40 * i};
        }
        return rows;
    }

    @Override
    double slack() {
        return 1e-3;
    }
}
