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
    private static final int MOST_STEPS_OF_POLISH = 20;
    private static final double LEAST_DAMPING = 1e-15;
    private static final double ROUNDING = 1e-14;
    private static final int MOST_STEPS_OF_A_DRAW = 60;
    private static final double SHARE_OF_NOISE = 1e-6;

    /** Where a search ended. The gradient is the largest cosine between the residuals and a free column of the Jacobian. */
    static final class End {
        final double[] centred;
        final double objective;
        final double gradient;
        final double predictedDecrease;
        final boolean converged;

        End(double[] centred, double objective, double gradient, double predictedDecrease, boolean converged) {
            this.centred = centred;
            this.objective = objective;
            this.gradient = gradient;
            this.predictedDecrease = predictedDecrease;
            this.converged = converged;
        }
    }

    private final Problem problem;
    private final int mostSteps;
    private final double relative;
    private final double absolute;
    private double[] point;
    /** The triangle of the Jacobian with the residuals as its last column. */
    private double[][] triangle;

    private double objective;

    private Search(Problem problem, double[] start, int mostSteps, double relative, double absolute) {
        this.problem = problem;
        this.mostSteps = mostSteps;
        this.relative = relative;
        this.absolute = absolute;
        this.point = start.clone();
        double[] residuals = problem.residuals(point);
        this.triangle = problem.triangle(point, residuals);
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
            predicted = predictedDecrease(step(free, LEAST_DAMPING), free);
            if (predicted <= relative * objective + absolute) {
                return end(relative > 0 ? polished(predicted) : predicted, true);
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
                objective = trialObjective;
                triangle = problem.triangle(point, trialResiduals);
            } else {
                damping *= growth;
                growth *= 2;
                if (damping > 1e30) {
                    return predicted <= roundingOfObjective()
                            ? end(relative > 0 ? polished(predicted) : predicted, true)
                            : end(predicted, false);
                }
            }
        }
        return end(predicted, false);
    }

    /** How far off a sum of squares may be when each residual is off by the last digit of its value. */
    private double roundingOfObjective() {
        return 0.05 * problem.unit() * Math.sqrt(objective);
    }

    /** Goes on with whole steps as long as each promises half of the last: to the last digits where the law is nearly linear. */
    private double polished(double reached) {
        double predicted = reached;
        for (int step = 0; step < MOST_STEPS_OF_POLISH && predicted > 0; step++) {
            double[] before = point;
            double[][] triangleBefore = triangle;
            double objectiveBefore = objective;
            point = clamped(step(free(), LEAST_DAMPING));
            double[] residuals = problem.residuals(point);
            triangle = problem.triangle(point, residuals);
            objective = Problem.squares(residuals);
            boolean[] free = free();
            double next = predictedDecrease(step(free, LEAST_DAMPING), free);
            if (!(next <= predicted / 2 && objective <= objectiveBefore * (1 + ROUNDING))) {
                point = before;
                triangle = triangleBefore;
                objective = objectiveBefore;
                break;
            }
            predicted = next;
        }
        return predicted;
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
            double gradient = dot(j);
            free[j] = !(point[j] <= problem.lower[j] && gradient >= 0)
                    && !(point[j] >= problem.upper[j] && gradient <= 0);
        }
        return free;
    }

    /** Solves the damped linear problem on the free coordinates, columns scaled to unit length. */
    private double[] step(boolean[] free, double damping) {
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
        int n = triangle.length;
        double[][] rows = new double[n + p][p];
        double[] right = new double[n + p];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < p; k++) {
                rows[i][k] = triangle[i][columns[k]] / scale[k];
            }
            right[i] = -triangle[i][free.length];
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
        double decrease = 0;
        for (double[] row : triangle) {
            double change = 0;
            for (int j = 0; j < step.length; j++) {
                change += free[j] ? row[j] * step[j] : 0;
            }
            decrease -= change * (2 * row[step.length] + change);
        }
        return decrease;
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
                largest = Math.max(largest, Math.abs(dot(j)) / norm(j) / length);
            }
        }
        return largest;
    }

    private double norm(int j) {
        double sum = 0;
        for (double[] row : triangle) {
            sum += row[j] * row[j];
        }
        return Math.sqrt(sum);
    }

    /** Product of the residuals and a column of the Jacobian. */
    private double dot(int j) {
        double sum = 0;
        for (double[] row : triangle) {
            sum += row[row.length - 1] * row[j];
        }
        return sum;
    }
}
