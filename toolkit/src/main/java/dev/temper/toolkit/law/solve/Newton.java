package dev.temper.toolkit.law.solve;

import java.util.Arrays;

/**
 * Newton's method with the exact Hessian, damped until the step goes downhill. It ends when the next step is predicted to lower the
 * cost by less than a relative tolerance, which is the proof of convergence.
 */
final class Newton {
    private static final double LONGEST_STEP = 5;
    private static final int MOST_DAMPINGS = 40;
    private static final double LEAST_DAMPING = 1e-14;
    /** A step that is damped more than this is short whatever the gradient: that it promises little proves nothing. */
    private static final double MOST_DAMPING_OF_PROOF = 1e-3;

    private final Objective objective;
    private final int size;
    private final double[] gradient;
    private final double[][] hessian;
    private final double[] scale;
    private final double[][] factor;
    private final double[] step;
    private final double[] trial;
    private double predicted;
    private boolean converged;

    Newton(Objective objective) {
        this.objective = objective;
        size = objective.gradient.length;
        gradient = new double[size];
        hessian = new double[size][size];
        scale = new double[size];
        factor = new double[size][size];
        step = new double[size];
        trial = new double[size];
    }

    /** Whether the last search ended by its tolerance. */
    boolean converged() {
        return converged;
    }

    /** By how much the next step of the last search would have lowered the cost. */
    double predictedDecrease() {
        return predicted;
    }

    /** The largest derivative at the end of the last search, over the roots of twice the cost there and of the curvature. */
    double gradient(double cost, double rounding) {
        double largest = 0;
        for (int j = 0; j < size; j++) {
            if (cost > rounding && hessian[j][j] != 0) {
                largest = Math.max(largest, Math.abs(gradient[j]) / Math.sqrt(2 * cost * Math.abs(hessian[j][j])));
            }
        }
        return largest;
    }

    /** The median size of the residuals at a point. */
    double medianResidual(double[] point) {
        double[] sizes = new double[objective.data.rows()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(objective.predicted(point, i) - objective.data.logValues[i]);
        }
        Arrays.sort(sizes);
        return sizes[sizes.length / 2];
    }

    /** Moves the point to a minimum nearby and returns the cost there. */
    double minimise(double[] point, double threshold, int mostSteps, double tolerance, double rounding) {
        double cost = evaluate(point, threshold);
        double damping = 1e-4;
        converged = false;
        keep();
        for (int taken = 0; taken < mostSteps; taken++) {
            setScale();
            double next = Double.NaN;
            boolean lower = false;
            for (int attempt = 0; attempt < MOST_DAMPINGS && !lower; attempt++) {
                if (!solve(damping) || longest() > LONGEST_STEP) {
                    damping = Math.max(damping * 6, 1e-8);
                    continue;
                }
                predicted = predicted();
                if (predicted <= tolerance * cost + rounding) {
                    converged = damping <= MOST_DAMPING_OF_PROOF;
                    return cost;
                }
                for (int j = 0; j < size; j++) {
                    trial[j] = point[j] + step[j];
                }
                next = evaluate(trial, threshold);
                lower = next <= cost;
                if (!lower) {
                    damping = Math.max(damping * 6, 1e-10);
                }
            }
            if (!lower) {
                return cost;
            }
            System.arraycopy(trial, 0, point, 0, size);
            keep();
            double ratio = (cost - next) / Math.max(0.5 * predicted, Double.MIN_NORMAL);
            damping *= ratio > 0.7 ? 0.15 : ratio < 0.25 ? 2.5 : 1;
            damping = Math.max(damping, LEAST_DAMPING);
            cost = next;
        }
        return cost;
    }

    private double evaluate(double[] point, double threshold) {
        return objective.evaluate(point, threshold);
    }

    private void keep() {
        System.arraycopy(objective.gradient, 0, gradient, 0, size);
        for (int j = 0; j < size; j++) {
            System.arraycopy(objective.hessian[j], 0, hessian[j], 0, size);
        }
    }

    private void setScale() {
        double largest = 0;
        for (int j = 0; j < size; j++) {
            largest = Math.max(largest, Math.abs(hessian[j][j]));
        }
        for (int j = 0; j < size; j++) {
            scale[j] = Math.max(Math.abs(hessian[j][j]), 1e-6 * largest);
        }
    }

    /** Solves the damped system by Cholesky's method; false when it is not positive definite. */
    private boolean solve(double damping) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = hessian[i][j] + (i == j ? damping * scale[i] : 0);
                for (int k = 0; k < j; k++) {
                    value -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = value / factor[j][j];
                } else if (value > Double.MIN_NORMAL) {
                    factor[i][i] = Math.sqrt(value);
                } else {
                    return false;
                }
            }
        }
        for (int i = 0; i < size; i++) {
            double value = -gradient[i];
            for (int k = 0; k < i; k++) {
                value -= factor[i][k] * step[k];
            }
            step[i] = value / factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double value = step[i];
            for (int k = i + 1; k < size; k++) {
                value -= factor[k][i] * step[k];
            }
            step[i] = value / factor[i][i];
        }
        return true;
    }

    private double longest() {
        double longest = 0;
        for (double part : step) {
            longest = Math.max(longest, Math.abs(part));
        }
        return longest;
    }

    private double predicted() {
        double decrease = 0;
        for (int j = 0; j < size; j++) {
            decrease -= gradient[j] * step[j];
        }
        return decrease;
    }
}
