package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;

/** The problem of one form on one set of values, in centred coordinates; any loss is brought to a sum of squares. */
final class Problem {
    final LawForm form;
    final FitOptions options;
    /** The loss with its threshold known. */
    final Loss loss;

    final double[][] rows;
    final double[] values;
    final double[] weights;
    /** Square root of the weight of each value. */
    final double[] roots;

    final Design design;
    final double[] pivot;
    final double[] lower;
    final double[] upper;

    Problem(LawForm form, Observations data, FitOptions options) {
        this(
                form,
                data.rows,
                data.values,
                data.weights,
                options,
                options.loss().adapts() ? Loss.SQUARES : options.loss(),
                Design.of(data.rows));
    }

    private Problem(
            LawForm form,
            double[][] rows,
            double[] values,
            double[] weights,
            FitOptions options,
            Loss loss,
            Design design) {
        this.form = form;
        this.options = options;
        this.loss = loss;
        this.rows = rows;
        this.values = values;
        this.weights = weights;
        this.roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        this.design = design;
        this.pivot = design.pivot();
        double[][] bounds = form.bounds(design, options);
        this.lower = bounds[0];
        this.upper = bounds[1];
    }

    /**
     * The same law on other data: one value for each distinct row, of the weight of all its values, around the same pivot;
     * shares are compared by their squares, with weights that are the inverse of their variance.
     */
    Problem onMeans(double[][] distinct, double[] means, double[] weights) {
        return new Problem(
                form, distinct, means, weights, options, loss.equals(Loss.BINOMIAL) ? Loss.SQUARES : loss, design);
    }

    /** The same law and places with other values and weights. */
    Problem on(double[] values, double[] weights) {
        return new Problem(form, rows, values, weights, options, loss, design);
    }

    /** The same law on every so-manieth value. */
    Problem every(int stride) {
        int count = (values.length + stride - 1) / stride;
        double[][] someRows = new double[count][];
        double[] someValues = new double[count];
        double[] someWeights = new double[count];
        for (int i = 0; i < count; i++) {
            someRows[i] = rows[i * stride];
            someValues[i] = values[i * stride];
            someWeights[i] = weights[i * stride];
        }
        return new Problem(form, someRows, someValues, someWeights, options, loss, design);
    }

    /** The same problem with another loss. */
    Problem with(Loss loss) {
        return new Problem(form, rows, values, weights, options, loss, design);
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
        return slope(parameters, form.jacobian(centred, pivot), form.value(parameters, x), x);
    }

    private double[] slope(double[] parameters, double[][] jacobian, double value, double... x) {
        double[] gradient = form.gradient(parameters, x);
        double factor = options.scale().slope(value);
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

    /** Law less data on the scale of the fit, of weight one; NaN or infinite where the law has no value on the scale. */
    double[] differences(double[] centred) {
        double[] parameters = form.parametersOf(centred, pivot);
        double[] differences = new double[rows.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = options.scale().of(form.value(parameters, rows[i])) - scaled(i);
        }
        return differences;
    }

    /** For each value the signed root of twice what it costs. */
    double[] residuals(double[] centred) {
        double[] parameters = form.parametersOf(centred, pivot);
        double[] residuals = new double[rows.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = roots[i] == 0
                    ? 0
                    : roots[i] * loss.root(options.scale().of(form.value(parameters, rows[i])), scaled(i));
        }
        return residuals;
    }

    /** The triangle of the derivatives of {@link #residuals}, with these as its last column. */
    double[][] triangle(double[] centred, double[] residuals) {
        return Triangle.of(rows(centred, true), residuals);
    }

    /** What each value tells of the coordinates, whatever its residual. */
    double[][] information(double[] centred) {
        return rows(centred, false);
    }

    private double[][] rows(double[] centred, boolean ofResiduals) {
        double[] parameters = form.parametersOf(centred, pivot);
        double[][] jacobian = form.jacobian(centred, pivot);
        double[][] result = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double value = form.value(parameters, rows[i]);
            double law = options.scale().of(value);
            double[] row = slope(parameters, jacobian, value, rows[i]);
            double factor =
                    roots[i] == 0 ? 0 : roots[i] * (ofResiduals ? loss.rootSlope(law, scaled(i)) : loss.precision(law));
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
            result[i] = row;
        }
        return result;
    }

    /** Derivatives of {@link #differences}. */
    double[][] slopes(double[] centred) {
        double[] parameters = form.parametersOf(centred, pivot);
        double[][] jacobian = form.jacobian(centred, pivot);
        double[][] slopes = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            slopes[i] = slope(parameters, jacobian, form.value(parameters, rows[i]), rows[i]);
        }
        return slopes;
    }

    double objective(double[] centred) {
        return loss.objective(0.5 * squares(residuals(centred)));
    }

    private double scaled(int i) {
        return options.scale().of(values[i]);
    }

    boolean atBound(double[] centred, int j) {
        return centred[j] <= lower[j] || centred[j] >= upper[j];
    }

    /** The size of differences that are rounding. */
    double unit() {
        double largest = Arrays.stream(values)
                .map(options.scale()::of)
                .map(Math::abs)
                .max()
                .orElseThrow();
        return 1e-14 * Math.max(largest, 1e-3);
    }

    /** Sum of squares below which differences are rounding. */
    double rounding() {
        double unit = unit();
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
