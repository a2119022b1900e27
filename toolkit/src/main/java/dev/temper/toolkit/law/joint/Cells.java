package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One source as least squares sees it: the mean at each distinct row of variables, on the scale of the residuals, and what the seeds
 * scatter about it.
 */
final class Cells {
    final String name;
    final double[][] rows;
    final double[] means;
    final double[] weights;
    final double pureSquares;
    final int pureDf;
    final int runs;
    private final @Nullable Fit alone;

    private Cells(
            String name,
            double[][] rows,
            double[] means,
            double[] weights,
            double pureSquares,
            int runs,
            @Nullable Fit alone) {
        this.name = name;
        this.rows = rows;
        this.means = means;
        this.weights = weights;
        this.pureSquares = pureSquares;
        this.pureDf = runs - means.length;
        this.runs = runs;
        this.alone = alone;
    }

    static Cells of(String name, Observations data, ErrorScale scale, @Nullable Fit alone) {
        Map<List<Double>, List<Integer>> groups = new TreeMap<>(Cells::inOrder);
        for (int i = 0; i < data.size(); i++) {
            groups.computeIfAbsent(Arrays.stream(data.row(i)).boxed().toList(), row -> new ArrayList<>())
                    .add(i);
        }
        double[][] rows = new double[groups.size()][];
        double[] means = new double[rows.length];
        double[] weights = new double[rows.length];
        double squares = 0;
        int k = 0;
        for (List<Integer> group : groups.values()) {
            double sum = 0;
            for (int i : group) {
                weights[k] += data.weight(i);
                sum += data.weight(i) * scaled(data.value(i), scale);
            }
            means[k] = sum / weights[k];
            for (int i : group) {
                double off = scaled(data.value(i), scale) - means[k];
                squares += data.weight(i) * off * off;
            }
            rows[k++] = data.row(group.get(0));
        }
        return new Cells(name, rows, means, weights, squares, data.size(), alone);
    }

    static double scaled(double value, ErrorScale scale) {
        return scale == ErrorScale.LOG ? Math.log(value) : value;
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

    /** The source fitted by itself; empty when it has too few budgets. */
    Optional<Fit> alone() {
        return Optional.ofNullable(alone);
    }
}
