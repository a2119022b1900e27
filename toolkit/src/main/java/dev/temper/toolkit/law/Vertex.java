package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.LeastAbsolute;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a law from near the least absolute differences to them: steps of Gauss and Newton whose linear model is minimised exactly. The
 * optimum meets as many values as it has coordinates that are free, and the steps end on them to all digits.
 */
final class Vertex {
    private static final int MOST_STEPS = 30;
    private static final int MOST_HALVINGS = 8;
    private static final double SAME = 1e-13;

    private Vertex() {}

    /** The end under absolute differences; where they do not determine it, the place as given and not converged. */
    static Search.End polish(Search.End near, Problem problem) {
        int[] free = IntStream.range(0, problem.size())
                .filter(j -> !problem.atBound(near.centred, j))
                .toArray();
        int[] rows = distinct(problem);
        double[] weights = weights(problem, rows);
        double[] point = near.centred;
        double objective = problem.objective(point);
        for (int step = 0; step < MOST_STEPS && free.length > 0; step++) {
            double[] differences = problem.differences(point);
            double[][] slopes = problem.slopes(point);
            double[] scale = scale(slopes, free);
            LeastAbsolute.Vertex vertex = LeastAbsolute.solve(
                    Arrays.stream(rows).mapToDouble(i -> differences[i]).toArray(),
                    Arrays.stream(rows)
                            .mapToObj(i -> IntStream.range(0, free.length)
                                    .mapToDouble(k -> slopes[i][free[k]] / scale[k])
                                    .toArray())
                            .toArray(double[][]::new),
                    weights);
            if (vertex == null) {
                break;
            }
            double longest = 0;
            double[] move = new double[point.length];
            for (int k = 0; k < free.length; k++) {
                move[free[k]] = vertex.step()[k] / scale[k];
                longest = Math.max(longest, Math.abs(move[free[k]]) / Math.max(1e-3, Math.abs(point[free[k]])));
            }
            double[] next = lower(problem, point, move, objective);
            if (next == null || longest <= SAME) {
                boolean met = longest <= 1e-9 && vertex.excess() == 0;
                return new Search.End(point, objective, vertex.excess(), 0, met);
            }
            point = next;
            objective = problem.objective(point);
        }
        return new Search.End(point, objective, near.gradient, near.predictedDecrease, free.length == 0);
    }

    private static double @Nullable [] lower(Problem problem, double[] point, double[] move, double objective) {
        double share = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] trial = new double[point.length];
            for (int j = 0; j < trial.length; j++) {
                trial[j] = Math.max(problem.lower[j], Math.min(problem.upper[j], point[j] + share * move[j]));
            }
            if (problem.objective(trial) < objective) {
                return trial;
            }
            share /= 2;
        }
        return null;
    }

    private static double[] scale(double[][] slopes, int[] free) {
        return Arrays.stream(free)
                .mapToDouble(j -> {
                    double length = Math.sqrt(Arrays.stream(slopes)
                            .mapToDouble(row -> row[j] * row[j])
                            .sum());
                    return length > 0 ? length : 1;
                })
                .toArray();
    }

    /** One of each set of equal values at equal places, of those that count. */
    private static int[] distinct(Problem problem) {
        Map<List<Double>, Integer> first = new HashMap<>();
        for (int i = 0; i < problem.rows.length; i++) {
            if (problem.weights[i] > 0) {
                first.putIfAbsent(key(problem, i), i);
            }
        }
        return first.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static double[] weights(Problem problem, int[] rows) {
        Map<List<Double>, Double> sums = new HashMap<>();
        for (int i = 0; i < problem.rows.length; i++) {
            sums.merge(key(problem, i), problem.weights[i], Double::sum);
        }
        return Arrays.stream(rows)
                .mapToDouble(i -> sums.getOrDefault(key(problem, i), 0.0))
                .toArray();
    }

    private static List<Double> key(Problem problem, int i) {
        double[] key = Arrays.copyOf(problem.rows[i], problem.rows[i].length + 1);
        key[key.length - 1] = problem.values[i];
        return Arrays.stream(key).boxed().toList();
    }
}
