package dev.temper.toolkit.law;

import java.util.Arrays;

/** The least-squares problem of one form on one curve, in centred coordinates. */
final class Problem {
    final LawForm form;
    final FitOptions options;
    final double[][] rows;
    final double[] values;
    /** Square root of the weight of each value. */
    final double[] roots;

    final Design design;
    final double[] pivot;
    final double[] lower;
    final double[] upper;

    Problem(LawForm form, Observations data, FitOptions options) {
        this(form, data.rows, data.values, data.weights, options, Design.of(data.rows));
    }

    private Problem(
            LawForm form, double[][] rows, double[] values, double[] weights, FitOptions options, Design design) {
        this.form = form;
        this.options = options;
        this.rows = rows;
        this.values = values;
        this.roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        this.design = design;
        this.pivot = design.pivot();
        double[][] bounds = form.bounds(design, options);
        this.lower = bounds[0];
        this.upper = bounds[1];
    }

    /** The same law on other data: one value for each distinct row, of the weight of all its values, around the same pivot. */
    Problem onMeans(double[][] distinct, double[] means, double[] weights) {
        return new Problem(form, distinct, means, weights, options, design);
    }

    int size() {
        return lower.length;
    }

    double value(double[] centred, double... x) {
        return form.value(form.parametersOf(centred, pivot), x);
    }

    /** Derivative, in the centred coordinates, of the law on the scale of the residuals. */
    double[] slope(double[] centred, double... x) {
        double[] parameters = form.parametersOf(centred, pivot);
        return slope(parameters, form.jacobian(centred, pivot), x);
    }

    private double[] slope(double[] parameters, double[][] jacobian, double... x) {
        double[] gradient = form.gradient(parameters, x);
        double factor = options.scale().slope(form.value(parameters, x));
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
        double[] parameters = form.parametersOf(centred, pivot);
        double[] residuals = new double[rows.length];
        for (int i = 0; i < residuals.length; i++) {
            double scaled = options.scale().of(form.value(parameters, rows[i]));
            residuals[i] = roots[i] * (scaled - options.scale().of(values[i]));
        }
        return residuals;
    }

    double[][] jacobian(double[] centred) {
        double[] parameters = form.parametersOf(centred, pivot);
        double[][] jacobian = form.jacobian(centred, pivot);
        double[][] result = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = slope(parameters, jacobian, rows[i]);
            for (int j = 0; j < row.length; j++) {
                row[j] *= roots[i];
            }
            result[i] = row;
        }
        return result;
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
        return rows.length * unit * unit;
    }

    static double squares(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }
}
