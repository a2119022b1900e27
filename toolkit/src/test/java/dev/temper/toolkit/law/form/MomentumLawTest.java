package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.schedule.MomentumLaw;
import dev.temper.toolkit.law.schedule.Schedule;
import java.util.List;

/** A law over schedules is made by factory, so it is not listed; all else that forms keep it keeps. */
class MomentumLawTest extends LawFormContract {
    private static final LawForm LAW =
            MomentumLaw.of(List.of(Schedule.cosine(200, 4000, 3e-4, 3e-5), Schedule.linear(200, 3000, 4000, 3e-4, 0)));

    @Override
    LawForm form() {
        return LAW;
    }

    @Override
    void isListedUnderItsKey() {}

    @Override
    double[] usual() {
        return new double[] {2.65, 0.6, 0.8, 0.45};
    }

    @Override
    double[][] rows() {
        double[][] rows = new double[40][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {Math.floorMod(i, 2), 300 + 90 * i};
        }
        return rows;
    }
}
