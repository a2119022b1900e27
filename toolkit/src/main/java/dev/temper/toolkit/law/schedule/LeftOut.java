package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Refit;
import dev.temper.toolkit.law.Refitter;
import java.util.Arrays;

/** How well each curve is foretold by the others: what the law is wrong by under schedules that it was not fitted to. */
final class LeftOut {
    private LeftOut() {}

    /** Root mean square, over the curves, of the error of a curve left out, on the scale of the fit; NaN for one curve alone. */
    static double error(Fit fit, int[] sizes) {
        if (sizes.length < 2) {
            return Double.NaN;
        }
        Refitter refitter = fit.refitter();
        int n = fit.runs();
        double[] values = new double[n];
        Arrays.setAll(values, fit.observations()::value);
        double total = 0;
        int start = 0;
        for (int size : sizes) {
            double[] weights = new double[n];
            Arrays.fill(weights, 1);
            Arrays.fill(weights, start, start + size, 0);
            Refit refit = refitter.fit(values, weights);
            double squares = 0;
            for (int i = start; i < start + size; i++) {
                double law =
                        fit.form().value(refit.parameters(), fit.observations().row(i));
                double off = fit.options().scale() == ErrorScale.LOG ? Math.log(values[i] / law) : values[i] - law;
                squares += off * off;
            }
            total += squares / size / sizes.length;
            start += size;
        }
        return Math.sqrt(total);
    }
}
