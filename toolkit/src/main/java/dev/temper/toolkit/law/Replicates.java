package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values at each distinct row of variables, on the scale of the residuals: what repeated seeds tell of the noise. */
final class Replicates {
    final double[][] distinct;
    final double[] means;
    final double[] weights;
    final double pureErrorSquares;
    final int pureErrorDf;

    private Replicates(double[][] distinct, double[] means, double[] weights, double squares, int df) {
        this.distinct = distinct;
        this.means = means;
        this.weights = weights;
        this.pureErrorSquares = squares;
        this.pureErrorDf = df;
    }

    static Replicates of(Observations data, ErrorScale scale) {
        return of(data, data.weights, scale);
    }

    /** With other weights than those of the observations. */
    static Replicates of(Observations data, double[] precise, ErrorScale scale) {
        Map<List<Double>, List<Integer>> groups = new TreeMap<>(Replicates::inOrder);
        for (int i = 0; i < data.size(); i++) {
            groups.computeIfAbsent(boxed(data.rows[i]), row -> new ArrayList<>())
                    .add(i);
        }
        double[][] distinct = new double[groups.size()][];
        double[] means = new double[groups.size()];
        double[] weights = new double[groups.size()];
        double squares = 0;
        int k = 0;
        for (List<Integer> group : groups.values()) {
            double weight = 0;
            double sum = 0;
            for (int i : group) {
                weight += precise[i];
                sum += precise[i] * scale.of(data.values[i]);
            }
            double mean = sum / weight;
            for (int i : group) {
                double off = scale.of(data.values[i]) - mean;
                squares += precise[i] * off * off;
            }
            distinct[k] = data.rows[group.get(0)];
            means[k] = mean;
            weights[k++] = weight;
        }
        return new Replicates(distinct, means, weights, squares, data.size() - groups.size());
    }

    private static List<Double> boxed(double[] row) {
        return Arrays.stream(row).boxed().toList();
    }

    private static int inOrder(List<Double> a, List<Double> b) {
        for (int v = 0; v < a.size(); v++) {
            int order = a.get(v).compareTo(b.get(v));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    int points() {
        return means.length;
    }

    double pureErrorMeanSquare() {
        return pureErrorDf > 0 ? pureErrorSquares / pureErrorDf : Double.NaN;
    }
}
