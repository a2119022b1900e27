package dev.temper.toolkit.law;

import java.util.Arrays;

/** The least-squares problem of one form on one curve, in centred coordinates. */
final class Problem {
    final LawForm form;
    final FitOptions options;
    final double[] budgets;
    final double[] values;
    /** Square root of the number of runs that each value stands for. */
    final double[] roots;

    final Design design;
    final double[] lower;
    final double[] upper;

    Problem(LawForm form, double[] budgets, double[] values, FitOptions options) {
        this(form, budgets, values, ones(budgets.length), options, Design.of(budgets));
    }

    private Problem(
            LawForm form, double[] budgets, double[] values, double[] roots, FitOptions options, Design design) {
        this.form = form;
        this.options = options;
        this.budgets = budgets;
        this.values = values;
        this.roots = roots;
        this.design = design;
        double[][] bounds = form.bounds(design, options);
        this.lower = bounds[0];
        this.upper = bounds[1];
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The same law on other data: one value for each budget, weighted by its runs, around the same pivot. */
    Problem onMeans(double[] distinct, double[] means, int[] counts) {
        double[] weights = Arrays.stream(counts).mapToDouble(Math::sqrt).toArray();
        return new Problem(form, distinct, means, weights, options, design);
    }

    int size() {
        return lower.length;
    }

    double value(double[] centred, double budget) {
        return form.value(form.parametersOf(centred, design.pivot()), budget);
    }

    /** Derivative, in the centred coordinates, of the law on the scale of the residuals. */
    double[] slope(double[] centred, double budget) {
        double[] parameters = form.parametersOf(centred, design.pivot());
        return slope(parameters, form.jacobian(centred, design.pivot()), budget);
    }

    private double[] slope(double[] parameters, double[][] jacobian, double budget) {
        double[] gradient = form.gradient(parameters, budget);
        double factor = options.scale().slope(form.value(parameters, budget));
        double[] slope = new double[size()];
        for (int j = 0; j < slope.length; j++) {
            double sum = 0;
            for (int i = 0; i < gradient.length; i++) {
                sum += gradient[i] * jacobian[i][j];
            }
            slope[j] = factor * sum;
        }
        return slope;
    }

    /** Law less data; NaN or infinite where the law has no value on the scale. */
    double[] residuals(double[] centred) {
        double[] parameters = form.parametersOf(centred, design.pivot());
        double[] residuals = new double[budgets.length];
        for (int i = 0; i < residuals.length; i++) {
            double scaled = options.scale().of(form.value(parameters, budgets[i]));
            residuals[i] = roots[i] * (scaled - options.scale().of(values[i]));
        }
        return residuals;
    }

    double[][] jacobian(double[] centred) {
        double[] parameters = form.parametersOf(centred, design.pivot());
        double[][] jacobian = form.jacobian(centred, design.pivot());
        double[][] rows = new double[budgets.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = slope(parameters, jacobian, budgets[i]);
            for (int j = 0; j < row.length; j++) {
                row[j] *= roots[i];
            }
            rows[i] = row;
        }
        return rows;
    }

    boolean atBound(double[] centred, int j) {
        return centred[j] <= lower[j] || centred[j] >= upper[j];
    }

    /** Sum of squares below which differences are rounding. */
    double rounding() {
        double largest = Arrays.stream(values)
                .map(options.scale()::of)
                .map(Math::abs)
                .max()
                .orElseThrow();
        double unit = 1e-14 * Math.max(largest, 1e-3);
        return budgets.length * unit * unit;
    }

    static double squares(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }
}
