package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import java.util.Random;

/** Simulated sweeps of power laws with a floor: budgets from 2e4 to 2e6. */
final class Sweeps {
    static final double SIGMA = 0.003;

    private Sweeps() {}

    /** Parameters of the law that has this loss at the smallest budget, this share of it as floor, and this exponent. */
    static double[] law(double loss, double share, double exponent) {
        return new double[] {loss * share, loss * (1 - share) * Math.pow(2e4, exponent), exponent};
    }

    static double[] budgets(int budgets, int seeds) {
        double[] x = new double[budgets * seeds];
        for (int i = 0; i < x.length; i++) {
            x[i] = 2e4 * Math.pow(100, Math.floorDiv(i, seeds) / Math.max(1.0, budgets - 1));
        }
        return x;
    }

    static Observations of(double[] law, double[] budgets, double sigma, Random random) {
        double[] values = new double[budgets.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = LawForms.POWER.value(law, budgets[i]) * Math.exp(sigma * random.nextGaussian());
        }
        return Observations.of(budgets, values);
    }

    static Observations of(double[] law, int budgets, int seeds, Random random) {
        return of(law, budgets(budgets, seeds), SIGMA, random);
    }
}
