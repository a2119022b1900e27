package dev.temper.install.laws;

import dev.temper.toolkit.law.Observations;
import java.util.SplittableRandom;

/**
 * A simulated source: a power law with floor, {@code exp(level)} in the middle of its budgets. Budgets are in units of the smallest.
 *
 * @param level logarithm of the loss at {@link #MIDDLE}
 * @param share of the floor in the loss at the smallest budget
 * @param exponent of the law
 */
record Truth(double level, double share, double exponent) {
    static final int BUDGETS = 6;
    static final int SEEDS = 3;
    static final double MIDDLE = 10;
    static final double TOP = 100;
    /** Where the sources are judged: ten times beyond the data. */
    static final double TARGET = 1000;

    static final double NOISE = 0.003;

    double at(double budget) {
        return Math.exp(level) * shape(budget) / shape(MIDDLE);
    }

    private double shape(double budget) {
        return share + (1 - share) * Math.pow(budget, -exponent);
    }

    /** Runs of a sweep over two decades; part of the variance of the noise may be common to the seeds of a budget. */
    Observations sweep(int budgets, int seeds, double shared, SplittableRandom random) {
        double[] x = new double[budgets * seeds];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i += seeds) {
            double shock = Math.sqrt(shared) * random.nextGaussian();
            for (int j = i; j < i + seeds; j++) {
                x[j] = Math.pow(TOP, Math.floorDiv(i, seeds) / (budgets - 1.0));
                double noise = shock + Math.sqrt(1 - shared) * random.nextGaussian();
                y[j] = at(x[j]) * Math.exp(NOISE * noise);
            }
        }
        return Observations.of(x, y);
    }
}
