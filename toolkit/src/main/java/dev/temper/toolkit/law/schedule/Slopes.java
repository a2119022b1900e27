package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.LawForm;

/** Derivatives of a law in its centred coordinates, on the scale of its fit. */
final class Slopes {
    private final LawForm law;
    private final double[] parameters;
    private final double[][] jacobian;
    private final boolean[] held;
    private final boolean log;

    private Slopes(LawForm law, Fit fit, double[] centred) {
        double[] pivot = fit.design().pivot();
        double[][] bounds = fit.form().bounds(fit.design(), fit.options());
        this.law = law;
        this.parameters = fit.form().parametersOf(centred, pivot);
        this.jacobian = fit.form().jacobian(centred, pivot);
        this.held = new boolean[centred.length];
        for (int j = 0; j < held.length; j++) {
            held[j] = centred[j] <= bounds[0][j] || centred[j] >= bounds[1][j];
        }
        this.log = fit.options().scale() == ErrorScale.LOG;
    }

    /** At each observation of the fit. */
    static double[][] of(Fit fit, double[] centred) {
        Slopes slopes = over(fit.form(), fit, centred);
        double[][] rows = new double[fit.runs()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = slopes.at(fit.observations().row(i));
        }
        return rows;
    }

    /** Of the same law over other schedules. */
    static Slopes over(LawForm law, Fit fit, double[] centred) {
        return new Slopes(law, fit, centred);
    }

    double[] at(double... x) {
        double[] gradient = law.gradient(parameters, x);
        double factor = log ? 1 / law.value(parameters, x) : 1;
        double[] slope = new double[held.length];
        for (int j = 0; j < slope.length; j++) {
            for (int i = 0; i < gradient.length && !held[j]; i++) {
                slope[j] += factor * gradient[i] * jacobian[i][j];
            }
        }
        return slope;
    }
}
