package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Finds where to start by variable projection (Golub and Pereyra 1973): the law is linear in its leading centred coordinates, so for
 * every shape on a grid the best of them follow by linear least squares, and only the best shapes are worth a search.
 */
final class StartingPoints {
    private static final int KEPT = 6;
    /** Cells of the grid next to each other lead to the same optimum. */
    private static final int CELLS_APART = 2;

    private StartingPoints() {}

    @SuppressWarnings("ArrayRecordComponent") // numbers on their way to a search, compared by nobody
    private record Start(double[] centred, int[] cell, double objective) {}

    static List<double[]> of(Problem problem) {
        List<double[]> shapes = problem.form.shapes(problem.design);
        double[][] axes = axes(shapes);
        List<Start> starts = new ArrayList<>();
        for (double[] shape : shapes) {
            double[] centred = project(problem, shape);
            double objective = Problem.squares(problem.residuals(centred));
            if (Double.isFinite(objective)) {
                starts.add(new Start(centred, cell(shape, axes), objective));
            }
        }
        starts.sort(Comparator.comparingDouble(Start::objective));
        List<Start> kept = new ArrayList<>();
        for (Start start : starts) {
            if (kept.size() < KEPT && kept.stream().noneMatch(other -> neighbours(other.cell, start.cell))) {
                kept.add(start);
            }
        }
        return kept.stream().map(Start::centred).toList();
    }

    private static double[][] axes(List<double[]> shapes) {
        double[][] axes = new double[shapes.get(0).length][];
        for (int j = 0; j < axes.length; j++) {
            int column = j;
            axes[j] = shapes.stream()
                    .mapToDouble(shape -> shape[column])
                    .distinct()
                    .sorted()
                    .toArray();
        }
        return axes;
    }

    private static int[] cell(double[] shape, double[][] axes) {
        int[] cell = new int[shape.length];
        Arrays.setAll(cell, j -> Arrays.binarySearch(axes[j], shape[j]));
        return cell;
    }

    private static boolean neighbours(int[] a, int[] b) {
        for (int j = 0; j < a.length; j++) {
            if (Math.abs(a[j] - b[j]) >= CELLS_APART) {
                return false;
            }
        }
        return true;
    }

    /** The shape with its best linear coordinates: those beyond a bound are put on it, and the rest are found anew. */
    private static double[] project(Problem problem, double[] shape) {
        int linear = problem.form.linear();
        double[] centred = new double[problem.size()];
        System.arraycopy(shape, 0, centred, linear, shape.length);
        double[][] columns = columns(problem, centred, linear);
        boolean[] held = new boolean[linear];
        boolean again = linear > 0;
        while (again) {
            solve(problem, columns, centred, held);
            again = false;
            for (int j = 0; j < linear; j++) {
                double within = Math.max(problem.lower[j], Math.min(problem.upper[j], centred[j]));
                if (within != centred[j]) {
                    centred[j] = within;
                    held[j] = true;
                    again = true;
                }
            }
        }
        return centred;
    }

    /** By linear coordinate what one unit of it adds at each row; behind them what the law is without any. */
    private static double[][] columns(Problem problem, double[] centred, int linear) {
        int n = problem.rows.length;
        double[][] columns = new double[linear + 1][n];
        double[] none = problem.form.parametersOf(centred, problem.pivot);
        for (int i = 0; i < n; i++) {
            columns[linear][i] = problem.form.value(none, problem.rows[i]);
        }
        for (int j = 0; j < linear; j++) {
            double[] unit = centred.clone();
            unit[j] = 1;
            double[] parameters = problem.form.parametersOf(unit, problem.pivot);
            for (int i = 0; i < n; i++) {
                columns[j][i] = problem.form.value(parameters, problem.rows[i]) - columns[linear][i];
            }
        }
        return columns;
    }

    private static void solve(Problem problem, double[][] columns, double[] centred, boolean[] held) {
        int n = problem.rows.length;
        int[] free = IntStream.range(0, held.length).filter(j -> !held[j]).toArray();
        if (free.length == 0) {
            return;
        }
        double[][] gram = new double[free.length][free.length];
        double[] right = new double[free.length];
        for (int i = 0; i < n; i++) {
            double slope = problem.options.scale().slope(problem.values[i]) * problem.roots[i];
            double weight = slope * slope;
            double rest = problem.values[i] - columns[held.length][i];
            for (int j = 0; j < held.length; j++) {
                rest -= held[j] ? centred[j] * columns[j][i] : 0;
            }
            for (int a = 0; a < free.length; a++) {
                right[a] += weight * columns[free[a]][i] * rest;
                for (int b = 0; b < free.length; b++) {
                    gram[a][b] += weight * columns[free[a]][i] * columns[free[b]][i];
                }
            }
        }
        double[] scale = new double[free.length];
        Arrays.setAll(scale, a -> gram[a][a] > 0 ? Math.sqrt(gram[a][a]) : 1);
        for (int a = 0; a < free.length; a++) {
            right[a] /= scale[a];
            for (int b = 0; b < free.length; b++) {
                gram[a][b] /= scale[a] * scale[b];
            }
            if (!Double.isFinite(right[a])) {
                return;
            }
        }
        double[] solution = new SingularValueDecomposition(new Array2DRowRealMatrix(gram, false))
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        for (int a = 0; a < free.length; a++) {
            centred[free[a]] = solution[a] / scale[a];
        }
    }
}
