package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of a curve by budget, on the scale of the residuals: what repeated seeds tell of the noise. */
final class Replicates {
    final double[] distinct;
    final double[] means;
    final int[] counts;
    final double pureErrorSquares;
    final int pureErrorDf;

    private Replicates(double[] distinct, double[] means, int[] counts, double squares, int df) {
        this.distinct = distinct;
        this.means = means;
        this.counts = counts;
        this.pureErrorSquares = squares;
        this.pureErrorDf = df;
    }

    static Replicates of(double[] budgets, double[] values, ErrorScale scale) {
        Map<Double, List<Double>> groups = new TreeMap<>();
        for (int i = 0; i < budgets.length; i++) {
            groups.computeIfAbsent(budgets[i], budget -> new ArrayList<>()).add(scale.of(values[i]));
        }
        double[] means = new double[groups.size()];
        int[] counts = new int[groups.size()];
        double squares = 0;
        int k = 0;
        for (List<Double> group : groups.values()) {
            double mean =
                    group.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            squares += group.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            means[k] = mean;
            counts[k++] = group.size();
        }
        double[] distinct =
                groups.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        return new Replicates(distinct, means, counts, squares, budgets.length - groups.size());
    }

    int budgets() {
        return means.length;
    }

    double pureErrorMeanSquare() {
        return pureErrorDf > 0 ? pureErrorSquares / pureErrorDf : Double.NaN;
    }
}
