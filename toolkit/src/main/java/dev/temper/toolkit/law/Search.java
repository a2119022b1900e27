package dev.temper.toolkit.law;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Levenberg–Marquardt within bounds, with analytic gradients. It ends when an undamped step is predicted to lower the sum of squares
 * by less than a relative 1e-13, which is the proof of convergence, and not when steps merely become short.
 */
final class Search {
    private static final int MOST_STEPS = 500;
    private static final double TOLERANCE = 1e-13;
    private static final int MOST_STEPS_OF_A_DRAW = 60;
    private static final double SHARE_OF_NOISE = 1e-6;

    /** Where a search ended. The gradient is the largest cosine between the residuals and a free column of the Jacobian. */
    static final class End {
        final double[] centred;
        final double objective;
        final double gradient;
        final double predictedDecrease;
        final boolean converged;

        private End(double[] centred, double objective, double gradient, double predictedDecrease, boolean converged) {
            this.centred = centred;
            this.objective = objective;
            this.gradient = gradient;
            this.predictedDecrease = predictedDecrease;
            this.converged = converged;
        }

        /** The same place as another loss counts it. */
        End under(Problem problem) {
            return new End(centred, problem.objective(centred), gradient, predictedDecrease, converged);
        }
    }

    private final Problem problem;
    private final int mostSteps;
    private final double relative;
    private final double absolute;
    private double[] point;
    private double[] residuals;
    private double[][] jacobian;
    private double objective;

    private Search(Problem problem, double[] start, int mostSteps, double relative, double absolute) {
        this.problem = problem;
        this.mostSteps = mostSteps;
        this.relative = relative;
        this.absolute = absolute;
        this.point = start.clone();
        this.residuals = problem.residuals(point);
        this.jacobian = problem.jacobian(point);
        this.objective = Problem.squares(residuals);
    }

    static End from(double[] start, Problem problem) {
        return new Search(problem, start, MOST_STEPS, TOLERANCE, problem.rounding()).run();
    }

    /** Stops within a thousandth of a standard error, the root of the share of the noise, which a draw among thousands does not notice. */
    static double[] forDraw(double[] start, Problem problem, double meanSquare) {
        double stop = SHARE_OF_NOISE * meanSquare + problem.rounding();
        return new Search(problem, start, MOST_STEPS_OF_A_DRAW, 0, stop).run().centred;
    }

    private End run() {
        double damping = 1e-3;
        double growth = 2;
        double predicted = Double.POSITIVE_INFINITY;
        for (int step = 0; step < mostSteps; step++) {
            boolean[] free = free();
            predicted = predictedDecrease(step(free, 1e-15), free);
            if (predicted <= relative * objective + absolute) {
                return end(predicted, true);
            }
            double[] move = step(free, damping);
            double[] trial = clamped(move);
            double[] trialResiduals = problem.residuals(trial);
            double trialObjective = Problem.squares(trialResiduals);
            if (trialObjective < objective) {
                double expected = predictedDecrease(difference(trial, point), free);
                double ratio = expected > 0 ? (objective - trialObjective) / expected : 1;
                damping *= Math.max(1.0 / 3, 1 - Math.pow(2 * ratio - 1, 3));
                growth = 2;
                point = trial;
                residuals = trialResiduals;
                objective = trialObjective;
                jacobian = problem.jacobian(point);
            } else {
                damping *= growth;
                growth *= 2;
                if (damping > 1e30) {
                    break;
                }
            }
        }
        return end(predicted, false);
    }

    private End end(double predicted, boolean converged) {
        return new End(
                point,
                problem.loss.objective(0.5 * objective),
                cosine(),
                problem.loss.objective(0.5 * predicted),
                converged);
    }

    private boolean[] free() {
        boolean[] free = new boolean[point.length];
        for (int j = 0; j < free.length; j++) {
            double gradient = dot(residuals, j);
            free[j] = !(point[j] <= problem.lower[j] && gradient >= 0)
                    && !(point[j] >= problem.upper[j] && gradient <= 0);
        }
        return free;
    }

    /** Solves the damped linear problem on the free coordinates, columns scaled to unit length. */
    private double[] step(boolean[] free, double damping) {
        int n = residuals.length;
        int p = 0;
        int[] columns = new int[free.length];
        double[] scale = new double[free.length];
        for (int j = 0; j < free.length; j++) {
            double norm = norm(j);
            if (free[j] && norm > 0) {
                scale[p] = norm;
                columns[p++] = j;
            }
        }
        double[] step = new double[free.length];
        if (p == 0) {
            return step;
        }
        double[][] rows = new double[n + p][p];
        double[] right = new double[n + p];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < p; k++) {
                rows[i][k] = jacobian[i][columns[k]] / scale[k];
            }
            right[i] = -residuals[i];
        }
        for (int k = 0; k < p; k++) {
            rows[n + k][k] = Math.sqrt(damping);
        }
        double[] solution = new QRDecomposition(new Array2DRowRealMatrix(rows, false))
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        for (int k = 0; k < p; k++) {
            step[columns[k]] = solution[k] / scale[k];
        }
        return step;
    }

    private double predictedDecrease(double[] step, boolean[] free) {
        double after = 0;
        for (int i = 0; i < residuals.length; i++) {
            double residual = residuals[i];
            for (int j = 0; j < step.length; j++) {
                residual += free[j] ? jacobian[i][j] * step[j] : 0;
            }
            after += residual * residual;
        }
        return objective - after;
    }

    private double[] clamped(double[] step) {
        double[] trial = new double[point.length];
        for (int j = 0; j < trial.length; j++) {
            trial[j] = Math.max(problem.lower[j], Math.min(problem.upper[j], point[j] + step[j]));
        }
        return trial;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            difference[j] = a[j] - b[j];
        }
        return difference;
    }

    private double cosine() {
        boolean[] free = free();
        double length = Math.sqrt(objective);
        double largest = 0;
        for (int j = 0; j < free.length; j++) {
            if (free[j] && norm(j) > 0 && objective > absolute) {
                largest = Math.max(largest, Math.abs(dot(residuals, j)) / norm(j) / length);
            }
        }
        return largest;
    }

    private double norm(int j) {
        double sum = 0;
        for (double[] row : jacobian) {
            sum += row[j] * row[j];
        }
        return Math.sqrt(sum);
    }

    private double dot(double[] left, int j) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * jacobian[i][j];
        }
        return sum;
    }
}
