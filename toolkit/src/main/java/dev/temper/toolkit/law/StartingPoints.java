package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where to start by variable projection (Golub and Pereyra 1973): the law is linear in its first two centred coordinates, so for
 * every shape on a grid the best of them follow in closed form, and only the best shapes are worth a search.
 */
final class StartingPoints {
    private static final int KEPT = 6;

    private StartingPoints() {}

    private static final class Start {
        final double[] centred;
        final double objective;

        Start(double[] centred, double objective) {
            this.centred = centred;
            this.objective = objective;
        }
    }

    static List<double[]> of(Problem problem) {
        List<Start> starts = new ArrayList<>();
        for (double[] shape : problem.form.shapes(problem.design)) {
            double[] centred = project(problem, shape);
            double objective = Problem.squares(problem.residuals(centred));
            if (Double.isFinite(objective)) {
                starts.add(new Start(centred, objective));
            }
        }
        starts.sort(Comparator.comparingDouble(start -> start.objective));
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < starts.size() && kept.size() < KEPT; i++) {
            double[] centred = starts.get(i).centred;
            if (kept.stream().noneMatch(other -> neighbours(other, centred))) {
                kept.add(centred);
            }
        }
        return kept;
    }

    /** Cells next to each other lead to the same optimum: the kept ones are at least half an e-fold of the exponent apart, or one of B0. */
    private static boolean neighbours(double[] a, double[] b) {
        boolean near = Math.abs(Math.log(a[2] / b[2])) < 0.5;
        for (int j = 3; j < a.length; j++) {
            near &= Math.abs(a[j] - b[j]) < 1;
        }
        return near;
    }

    private static double[] project(Problem problem, double[] shape) {
        double[] centred = new double[problem.size()];
        System.arraycopy(shape, 0, centred, 2, shape.length);
        centred[1] = 1;
        int n = problem.budgets.length;
        double[] basis = new double[n];
        double w = 0;
        double h = 0;
        double y = 0;
        for (int i = 0; i < n; i++) {
            basis[i] = problem.value(centred, problem.budgets[i]);
            double weight = weight(problem, i);
            w += weight;
            h += weight * basis[i];
            y += weight * problem.values[i];
        }
        double hh = 0;
        double hy = 0;
        for (int i = 0; i < n; i++) {
            double weight = weight(problem, i);
            hh += weight * (basis[i] - h / w) * (basis[i] - h / w);
            hy += weight * (basis[i] - h / w) * (problem.values[i] - y / w);
        }
        double amplitude = clamp(hh > 0 ? hy / hh : 0, problem, 1);
        double asymptote = (y - amplitude * h) / w;
        if (asymptote < problem.lower[0] || asymptote > problem.upper[0]) {
            asymptote = clamp(asymptote, problem, 0);
            amplitude = clamp(amplitude(problem, basis, asymptote), problem, 1);
        }
        centred[0] = asymptote;
        centred[1] = amplitude;
        return centred;
    }

    private static double amplitude(Problem problem, double[] basis, double asymptote) {
        double hh = 0;
        double hy = 0;
        for (int i = 0; i < basis.length; i++) {
            double weight = weight(problem, i);
            hh += weight * basis[i] * basis[i];
            hy += weight * basis[i] * (problem.values[i] - asymptote);
        }
        return hy / hh;
    }

    private static double weight(Problem problem, int i) {
        double slope = problem.options.scale().slope(problem.values[i]);
        return slope * slope;
    }

    private static double clamp(double value, Problem problem, int j) {
        return Math.max(problem.lower[j], Math.min(problem.upper[j], value));
    }
}
