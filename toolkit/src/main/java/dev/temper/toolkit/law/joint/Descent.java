package dev.temper.toolkit.law.joint;

import java.util.List;

/** Levenberg–Marquardt within bounds on penalised least squares, on equations shaped like an arrow. */
final class Descent {
    private static final int MOST_STEPS = 200;
    private static final int MOST_ROUNDS = 3;
    /** Where two coordinates nearly stand in for each other, larger damping creeps along their valley. */
    private static final double LEAST_DAMPING = 1e-9;

    /** Up to here a damped step tells how far an undamped one would descend. */
    private static final double SMALL_DAMPING = 1e-6;

    private static final double MOST_DAMPING = 1e20;
    /** In units of the noise: a predicted decrease of this is a thousandth of a standard error. */
    static final double FOR_DRAWS = 1e-6;

    static final double FOR_FITS = 1e-12;

    private final Layout layout;
    private final List<Cells> cells;
    private final Target target;
    private Arrow here;
    private Arrow there;

    /** Where a descent ended: twice the negative logarithm of the posterior, but for constants. */
    static final class End {
        final double[] point;
        final double objective;
        final boolean converged;
        final Arrow arrow;

        private End(double[] point, double objective, boolean converged, Arrow arrow) {
            this.point = point;
            this.objective = objective;
            this.converged = converged;
            this.arrow = arrow;
        }
    }

    private Descent(Layout layout, List<Cells> cells, Target target) {
        this.layout = layout;
        this.cells = cells;
        this.target = target;
        this.here = new Arrow(layout.sources, layout.own.length, layout.common.length);
        this.there = new Arrow(layout.sources, layout.own.length, layout.common.length);
    }

    static End from(double[] start, Layout layout, List<Cells> cells, Target target, double tolerance) {
        return new Descent(layout, cells, target).run(start, tolerance);
    }

    private End run(double[] start, double tolerance) {
        double[] point = start.clone();
        layout.clamp(point);
        double objective = evaluate(point, here);
        double damping = 0;
        double predicted = Double.POSITIVE_INFINITY;
        for (int steps = 0; steps < MOST_STEPS && damping < MOST_DAMPING; steps++) {
            holdAtBounds(point);
            double[] step = step(point, damping);
            predicted = 2 * product(step, here.right) - product(step, here.times(step));
            if (damping <= SMALL_DAMPING && predicted <= tolerance * (1 + objective)) {
                break;
            }
            for (int k = 0; k < step.length; k++) {
                step[k] += point[k];
            }
            layout.clamp(step);
            double trial = evaluate(step, there);
            if (trial < objective) {
                point = step;
                objective = trial;
                Arrow swap = here;
                here = there;
                there = swap;
                damping = damping > LEAST_DAMPING ? damping / 8 : 0;
            } else {
                damping = Math.max(LEAST_DAMPING, damping * 10);
            }
        }
        holdAtBounds(point);
        here.factor(0);
        return new End(point, objective, predicted <= FOR_DRAWS * (1 + objective), here);
    }

    /** The step of the free coordinates, with those that would leave their bounds put on them. */
    private double[] step(double[] point, double damping) {
        double[] fixed = new double[point.length];
        double[] side = here.right;
        for (int round = 0; ; round++) {
            here.factor(damping);
            double[] step = here.solve(side);
            boolean again = false;
            for (int k = 0; k < step.length; k++) {
                if (here.held(k)) {
                    step[k] = fixed[k];
                } else if (layout.within(point[k] + step[k], k) != point[k] + step[k]) {
                    again = true;
                    step[k] = layout.within(point[k] + step[k], k) - point[k];
                    fixed[k] = step[k];
                    here.hold(k, true);
                }
            }
            if (!again || round == MOST_ROUNDS) {
                return step;
            }
            side = here.times(fixed);
            for (int k = 0; k < side.length; k++) {
                side[k] = here.right[k] - side[k];
            }
        }
    }

    private void holdAtBounds(double[] point) {
        for (int k = 0; k < point.length; k++) {
            boolean down = here.right[k] <= 0 && layout.atLower(point, k);
            boolean up = here.right[k] >= 0 && layout.atUpper(point, k);
            here.hold(k, down || up);
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Fills the normal equations; infinite where the law has no value on the scale. */
    private double evaluate(double[] point, Arrow arrow) {
        arrow.clear();
        double objective = penalties(point, arrow);
        for (int s = 0; s < layout.sources; s++) {
            objective += residuals(s, layout.of(s, point), arrow);
        }
        return Double.isNaN(objective) ? Double.POSITIVE_INFINITY : objective;
    }

    private double penalties(double[] point, Arrow arrow) {
        double sum = 0;
        int q = layout.own.length;
        int g = layout.common.length;
        for (int m = 0; m < layout.shrunk; m++) {
            double weight = 1 / (target.scale[m] * target.scale[m]);
            int middle = layout.commons() + m;
            for (int s = 0; s < layout.sources; s++) {
                int k = s * q + layout.place[m];
                double off = point[k] - point[middle] - target.offsets[s][m];
                sum += weight * off * off;
                arrow.blocks[k * q + layout.place[m]] += weight;
                arrow.border[k * g + m] -= weight;
                arrow.corner[m * g + m] += weight;
                arrow.right[k] -= weight * off;
                arrow.right[middle] += weight * off;
            }
        }
        return sum;
    }

    private double residuals(int s, double[] all, Arrow arrow) {
        Cells source = cells.get(s);
        Coordinates coordinates = layout.coordinates;
        double[] parameters = coordinates.parameters(all);
        double[][] jacobian = coordinates.jacobian(all);
        double[] slope = new double[all.length];
        double sum = 0;
        for (int i = 0; i < source.rows.length; i++) {
            double scaled = slope(parameters, jacobian, source.rows[i], slope, coordinates);
            double residual = scaled - target.means[s][i];
            double weight = source.weights[i] / (target.sigma[s] * target.sigma[s]);
            sum += weight * residual * residual;
            add(s, slope, weight, residual, arrow);
        }
        return sum;
    }

    /** Value of the law on the scale of the residuals; fills in its derivatives in the coordinates. */
    static double slope(
            double[] parameters, double[][] jacobian, double[] row, double[] slope, Coordinates coordinates) {
        double value = coordinates.form.value(parameters, row);
        double[] gradient = coordinates.form.gradient(parameters, row);
        double factor = coordinates.slope(value);
        for (int j = 0; j < slope.length; j++) {
            double sum = 0;
            for (int k = 0; k < gradient.length; k++) {
                sum += gradient[k] * jacobian[k][j];
            }
            slope[j] = factor * sum;
        }
        return coordinates.scaled(value);
    }

    private void add(int s, double[] slope, double weight, double residual, Arrow arrow) {
        int q = layout.own.length;
        int g = layout.common.length;
        for (int i = 0; i < q; i++) {
            double left = weight * slope[layout.own[i]];
            int k = s * q + i;
            arrow.right[k] -= left * residual;
            for (int j = 0; j < q; j++) {
                arrow.blocks[k * q + j] += left * slope[layout.own[j]];
            }
            for (int m = layout.shrunk; m < g; m++) {
                arrow.border[k * g + m] += left * slope[layout.common[m]];
            }
        }
        for (int m = layout.shrunk; m < g; m++) {
            double left = weight * slope[layout.common[m]];
            arrow.right[layout.commons() + m] -= left * residual;
            for (int n = layout.shrunk; n < g; n++) {
                arrow.corner[m * g + n] += left * slope[layout.common[n]];
            }
        }
    }
}
