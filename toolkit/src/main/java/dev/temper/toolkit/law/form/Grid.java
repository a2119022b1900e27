package dev.temper.toolkit.law.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Shapes to start from: every combination of numbers along axes. */
final class Grid {
    private static final long SEED = 7;

    private Grid() {}

    static List<double[]> of(double[]... axes) {
        List<double[]> cells = List.of(new double[0]);
        for (double[] axis : axes) {
            List<double[]> longer = new ArrayList<>();
            for (double[] cell : cells) {
                for (double number : axis) {
                    double[] next = Arrays.copyOf(cell, cell.length + 1);
                    next[cell.length] = number;
                    longer.add(next);
                }
            }
            cells = longer;
        }
        return cells;
    }

    /** The same, or as many cells drawn from all as are given where there are more; always the same ones. */
    static List<double[]> atMost(int most, double[]... axes) {
        double all = Arrays.stream(axes).mapToDouble(axis -> axis.length).reduce(1, (a, b) -> a * b);
        if (all <= most) {
            return of(axes);
        }
        Random random = new Random(SEED);
        List<double[]> cells = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            double[] cell = new double[axes.length];
            Arrays.setAll(cell, v -> axes[v][random.nextInt(axes[v].length)]);
            cells.add(cell);
        }
        return cells;
    }

    static double[] geometric(double first, double last, int steps) {
        double[] axis = new double[steps];
        Arrays.setAll(axis, i -> first * Math.pow(last / first, i / (steps - 1.0)));
        return axis;
    }

    static double[] even(double first, double last, int steps) {
        double[] axis = new double[steps];
        Arrays.setAll(axis, i -> first + (last - first) * i / (steps - 1.0));
        return axis;
    }
}
