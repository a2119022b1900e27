package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values at each distinct row of variables, on the scale of the residuals: what repeated seeds tell of the noise. */
final class Replicates {
    final double[][] distinct;
    final double[] means;
    final double[] weights;
    final double pureErrorSquares;
    final int pureErrorDf;
    /** How many values are at their place a second time. */
    final int duplicates;

    private Replicates(double[][] distinct, double[] means, double[] weights, double squares, int df, int duplicates) {
        this.distinct = distinct;
        this.means = means;
        this.weights = weights;
        this.pureErrorSquares = squares;
        this.pureErrorDf = df;
        this.duplicates = duplicates;
    }

    static Replicates of(Observations data, ErrorScale scale) {
        return of(data, data.weights, scale);
    }

    /** With other weights than those of the observations. */
    static Replicates of(Observations data, double[] precise, ErrorScale scale) {
        Integer[] order = new Integer[data.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Arrays.compare(data.rows[a], data.rows[b]));
        List<double[]> distinct = new ArrayList<>();
        double[] means = new double[order.length];
        double[] weights = new double[order.length];
        double squares = 0;
        int duplicates = 0;
        int from = 0;
        while (from < order.length) {
            double[] row = data.rows[order[from]];
            int to = from;
            double weight = 0;
            double sum = 0;
            while (to < order.length && Arrays.equals(row, data.rows[order[to]])) {
                weight += precise[order[to]];
                sum += precise[order[to]] * scale.of(data.values[order[to]]);
                to++;
            }
            double mean = sum / weight;
            for (int i = from; i < to; i++) {
                double off = scale.of(data.values[order[i]]) - mean;
                squares += precise[order[i]] * off * off;
            }
            duplicates += to - from - differentValues(data.values, order, from, to);
            means[distinct.size()] = mean;
            weights[distinct.size()] = weight;
            distinct.add(row);
            from = to;
        }
        int points = distinct.size();
        return new Replicates(
                distinct.toArray(double[][]::new),
                Arrays.copyOf(means, points),
                Arrays.copyOf(weights, points),
                squares,
                data.size() - points,
                duplicates);
    }

    private static int differentValues(double[] values, Integer[] order, int from, int to) {
        return to - from == 1
                ? 1
                : (int) Arrays.stream(order, from, to)
                        .mapToDouble(i -> values[i])
                        .distinct()
                        .count();
    }

    int points() {
        return means.length;
    }

    double pureErrorMeanSquare() {
        return pureErrorDf > 0 ? pureErrorSquares / pureErrorDf : Double.NaN;
    }
}
