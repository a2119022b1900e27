package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.solve.Loss;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Fits a law that is drawn towards a value of a quantity, by one more residual. Where such a search ends, no law of the same value of the
 * quantity fits better, however hard it is drawn: the end lies on the profile exactly, at the value that it has reached.
 */
final class Constrained {
    private static final int MOST_STEPS = 200;
    private static final double TOLERANCE = 1e-13;
    /** By how much the pull outweighs the data. A straight law comes short of what it is drawn to by one over its square. */
    private static final double PULL = 30;

    private final Fit fit;
    private final Quantity quantity;
    private final Linear linear;
    private final Loss loss;
    private final double pull;
    private final double best;
    private final double rounding;
    private final double[] pivot;
    private final double[][] bounds;

    /** A point of the profile, and the value that it was drawn to. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Point(double[] centred, double target, double value, double misfit) {}

    /**
     * Begins a profile.
     *
     * @param spread how far the quantity goes for a misfit of one
     * @param unit of the misfit that matters
     */
    Constrained(Fit fit, Quantity quantity, Linear linear, double spread, double unit) {
        this.fit = fit;
        this.quantity = quantity;
        this.linear = linear;
        this.loss = fit.options().loss().adaptedTo(fit.residuals(), Double.MIN_NORMAL);
        this.pull = PULL / spread;
        this.best = quantity.scaled(fit.parameters());
        this.rounding = TOLERANCE * unit;
        this.pivot = fit.design().pivot();
        this.bounds = fit.form().bounds(fit.design(), fit.options());
    }

    Point at(double[] centred, double target) {
        return new Point(
                centred,
                target,
                quantity.scaled(fit.form().parametersOf(centred, pivot)),
                squares(residuals(centred, Double.NaN), fit.runs()));
    }

    Point drawnTo(double value, double[] start) {
        double target = value + (value - best) / (PULL * PULL);
        double[] point = start.clone();
        double[] residuals = residuals(point, target);
        double objective = squares(residuals, residuals.length);
        double damping = 1e-3;
        double growth = 2;
        for (int step = 0; step < MOST_STEPS && damping < 1e30; step++) {
            double[][] jacobian = jacobian(point);
            boolean[] free = free(point, jacobian, residuals);
            double[] whole = step(jacobian, residuals, free, 1e-14);
            if (decrease(jacobian, residuals, whole, objective) <= rounding) {
                break;
            }
            boolean moved = false;
            while (!moved && damping < 1e30) {
                double[] trial = within(point, step(jacobian, residuals, free, damping));
                double[] trialResiduals = residuals(trial, target);
                double trialObjective = squares(trialResiduals, trialResiduals.length);
                if (trialObjective < objective) {
                    moved = true;
                    point = trial;
                    residuals = trialResiduals;
                    objective = trialObjective;
                    damping /= 5;
                    growth = 2;
                } else {
                    damping *= growth;
                    growth *= 2;
                }
            }
        }
        return at(point, value);
    }

    boolean atBound(double[] centred) {
        for (int j = 0; j < centred.length; j++) {
            if (centred[j] <= bounds[0][j] || centred[j] >= bounds[1][j]) {
                return true;
            }
        }
        return false;
    }

    /** Of the data, and behind them of the pull. */
    private double[] residuals(double[] centred, double target) {
        LawForm form = fit.form();
        Observations data = fit.observations();
        double[] parameters = form.parametersOf(centred, pivot);
        double[] residuals = new double[data.size() + 1];
        for (int i = 0; i < data.size(); i++) {
            residuals[i] =
                    Math.sqrt(data.weight(i)) * loss.root(of(form.value(parameters, data.row(i))), of(data.value(i)));
        }
        residuals[data.size()] = pull * (quantity.scaled(parameters) - target);
        return residuals;
    }

    private double[][] jacobian(double[] centred) {
        LawForm form = fit.form();
        Observations data = fit.observations();
        double[] parameters = form.parametersOf(centred, pivot);
        double[][] turn = form.jacobian(centred, pivot);
        double[][] jacobian = new double[data.size() + 1][centred.length];
        for (int i = 0; i < data.size(); i++) {
            double[] x = data.row(i);
            double law = form.value(parameters, x);
            double[] gradient = form.gradient(parameters, x);
            double slope = fit.options().scale() == ErrorScale.LOG ? 1 / law : 1;
            double factor = Math.sqrt(data.weight(i)) * slope * loss.rootSlope(of(law), of(data.value(i)));
            for (int j = 0; j < centred.length; j++) {
                for (int k = 0; k < gradient.length; k++) {
                    jacobian[i][j] += factor * gradient[k] * turn[k][j];
                }
            }
        }
        double[] gradient = linear.gradient(quantity, centred);
        for (int j = 0; j < centred.length; j++) {
            jacobian[data.size()][j] = pull * gradient[j];
        }
        return jacobian;
    }

    private double of(double value) {
        return fit.options().scale() == ErrorScale.LOG ? Math.log(value) : value;
    }

    private boolean[] free(double[] point, double[][] jacobian, double[] residuals) {
        boolean[] free = new boolean[point.length];
        for (int j = 0; j < free.length; j++) {
            double gradient = 0;
            for (int i = 0; i < residuals.length; i++) {
                gradient += jacobian[i][j] * residuals[i];
            }
            free[j] = !(point[j] <= bounds[0][j] && gradient >= 0) && !(point[j] >= bounds[1][j] && gradient <= 0);
        }
        return free;
    }

    private static double[] step(double[][] jacobian, double[] residuals, boolean[] free, double damping) {
        int p = free.length;
        int n = residuals.length;
        double[][] rows = new double[n + p][p];
        double[] right = new double[n + p];
        double[] size = new double[p];
        for (int j = 0; j < p; j++) {
            for (double[] row : jacobian) {
                size[j] += row[j] * row[j];
            }
            size[j] = free[j] && size[j] > 0 ? Math.sqrt(size[j]) : 1;
            for (int i = 0; i < n; i++) {
                rows[i][j] = free[j] ? jacobian[i][j] / size[j] : 0;
            }
            rows[n + j][j] = Math.sqrt(damping);
        }
        for (int i = 0; i < n; i++) {
            right[i] = -residuals[i];
        }
        double[] step = new QRDecomposition(new Array2DRowRealMatrix(rows, false))
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        for (int j = 0; j < p; j++) {
            step[j] /= size[j];
        }
        return step;
    }

    private double[] within(double[] point, double[] step) {
        double[] moved = new double[point.length];
        for (int j = 0; j < moved.length; j++) {
            moved[j] = Math.max(bounds[0][j], Math.min(bounds[1][j], point[j] + step[j]));
        }
        return moved;
    }

    private static double decrease(double[][] jacobian, double[] residuals, double[] step, double objective) {
        double after = 0;
        for (int i = 0; i < residuals.length; i++) {
            double residual = residuals[i];
            for (int j = 0; j < step.length; j++) {
                residual += jacobian[i][j] * step[j];
            }
            after += residual * residual;
        }
        return objective - after;
    }

    private static double squares(double[] residuals, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += residuals[i] * residuals[i];
        }
        return sum;
    }
}
