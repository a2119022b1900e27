package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What the data say of the shrink scales: a grid of them weighted by marginal likelihood and prior, so that draws know that the scales are
 * not known.
 *
 * <p>The prior of each scale τ is {@code s/(s+τ)²} (DuMouchel 1994, "Hierarchical Bayes linear models for meta-analysis"): as likely below as above s, the sampling error of the parameter in
 * one source's own fit. It is taken from the data, has no number to choose, keeps τ = 0 possible and says next to nothing beside ten
 * sources. With two sources a maximum of the likelihood alone would be 0 half of the time, and the curves would be said to be alike with a
 * certainty that nothing supports.
 */
final class ScalePosterior {
    private static final double LEVEL = 0.95;
    /** Scales are looked for from e to the minus this of the prior's to e to this of it, or of how far the sources' own fits spread. */
    private static final double REACH = 4;

    private static final double STEP = 0.5;
    private static final double PRECISION = 0.01;
    /** Where the logarithm of the posterior is this far below its maximum it ends. */
    private static final double DROP = 4.5;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Scales, what they weigh, and the joint optimum under them. */
    static final class Node {
        final double weight;
        final double[] scales;
        final double[] point;

        Node(double weight, double[] scales, double[] point) {
            this.weight = weight;
            this.scales = scales;
            this.point = point;
        }
    }

    final List<Node> nodes;
    /** The posterior medians. */
    final double[] medians;

    private final Marginal marginal;
    private final double[] prior;
    private final double[] lower;
    private final double[] upper;
    private final double[] restricted;
    private final double[] lowest;
    private final double[] highest;

    /** The spread is that of the sources' own fits in each shrunk coordinate. */
    ScalePosterior(Marginal marginal, double[] prior, double[] spread) {
        this.marginal = marginal;
        this.prior = prior;
        int k = prior.length;
        double[] mode = Arrays.stream(prior).map(Math::log).toArray();
        lowest = new double[k];
        highest = new double[k];
        Arrays.setAll(lowest, m -> mode[m] - REACH);
        Arrays.setAll(highest, m -> Math.max(mode[m] + REACH, Math.log(spread[m]) + 1));
        double[][] ranges = new double[k][];
        for (int sweep = 0; sweep < 2; sweep++) {
            for (int m = 0; m < k; m++) {
                mode[m] = maximum(along(m, mode, true), m);
            }
        }
        restricted = new double[k];
        for (int m = 0; m < k; m++) {
            ranges[m] = range(along(m, mode, true), mode[m], m);
            double best = maximum(along(m, mode, false), m);
            restricted[m] = best <= lowest[m] ? 0 : Math.exp(best);
        }
        nodes = grid(ranges);
        medians = quantiles(0.5);
        lower = quantiles((1 - LEVEL) / 2);
        upper = quantiles((1 + LEVEL) / 2);
    }

    Shrinkage shrinkage(int m, String parameter, int sources, double middle) {
        Interval scale =
                new Interval(Math.min(lower[m], medians[m]), medians[m], Math.max(upper[m], medians[m]), LEVEL);
        return new Shrinkage(parameter, sources, middle, scale, restricted[m], prior[m]);
    }

    /** Logarithm of the posterior density of the logarithm of a scale, but for a constant. */
    private double logPrior(int m, double log) {
        return log - 2 * Math.log(prior[m] + Math.exp(log));
    }

    private double logPosterior(double[] logs) {
        double sum = marginal.logLikelihood(logs);
        for (int m = 0; m < logs.length; m++) {
            sum += logPrior(m, logs[m]);
        }
        return sum;
    }

    private DoubleUnaryOperator along(int m, double[] mode, boolean withPrior) {
        return log -> {
            double[] logs = mode.clone();
            logs[m] = log;
            return withPrior ? logPosterior(logs) : marginal.logLikelihood(logs);
        };
    }

    /** By a coarse grid, and golden sections around its best node; from wide scales to narrow, as the fits under them change least so. */
    private double maximum(DoubleUnaryOperator f, int m) {
        double best = highest[m];
        double value = Double.NEGATIVE_INFINITY;
        int steps = (int) Math.ceil((highest[m] - lowest[m]) / STEP);
        for (int i = steps; i >= 0; i--) {
            double log = lowest[m] + i * (highest[m] - lowest[m]) / steps;
            double at = f.applyAsDouble(log);
            if (at > value) {
                value = at;
                best = log;
            }
        }
        double low = Math.max(best - STEP, lowest[m]);
        double high = Math.min(best + STEP, highest[m]);
        while (high - low > PRECISION) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (f.applyAsDouble(left) >= f.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return low == lowest[m] ? low : (low + high) / 2;
    }

    private double[] range(DoubleUnaryOperator f, double mode, int m) {
        double end = f.applyAsDouble(mode) - DROP;
        return new double[] {edge(f, mode, end, lowest[m]), edge(f, mode, end, highest[m])};
    }

    private static double edge(DoubleUnaryOperator f, double mode, double end, double bound) {
        if (f.applyAsDouble(bound) >= end) {
            return bound;
        }
        double inside = mode;
        double outside = bound;
        while (Math.abs(outside - inside) > 0.05 * Math.abs(outside - mode)) {
            double middle = (inside + outside) / 2;
            if (f.applyAsDouble(middle) >= end) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }

    private static int nodesOn(int axes) {
        return switch (axes) {
            case 1 -> 15;
            case 2 -> 9;
            case 3 -> 5;
            default -> 3;
        };
    }

    /** Neighbours one after another, so that every fit begins close to its end. */
    private List<Node> grid(double[][] ranges) {
        int k = ranges.length;
        int each = nodesOn(k);
        int count = (int) Math.pow(each, k);
        List<Node> all = new ArrayList<>();
        double highest = Double.NEGATIVE_INFINITY;
        double[] logs = new double[k];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int m = k - 1; m >= 0; m--) {
                int row = rest / each;
                int cell = row % 2 == 0 ? rest % each : each - 1 - rest % each;
                logs[m] = ranges[m][0] + (ranges[m][1] - ranges[m][0]) * (cell + 0.5) / each;
                rest = row;
            }
            Descent.End end = marginal.fit(logs);
            double log = marginal.logLikelihood(end, logs);
            for (int m = 0; m < k; m++) {
                log += logPrior(m, logs[m]);
            }
            highest = Math.max(highest, log);
            all.add(new Node(log, Arrays.stream(logs).map(Math::exp).toArray(), end.point));
        }
        double most = highest;
        double sum =
                all.stream().mapToDouble(node -> Math.exp(node.weight - most)).sum();
        return all.stream()
                .map(node -> new Node(Math.exp(node.weight - most) / sum, node.scales, node.point))
                .toList();
    }

    /** Of each scale by itself, between the nodes by straight lines of its logarithm. */
    private double[] quantiles(double share) {
        double[] quantiles = new double[prior.length];
        for (int m = 0; m < quantiles.length; m++) {
            int axis = m;
            List<Node> sorted = nodes.stream()
                    .sorted(Comparator.comparingDouble(node -> node.scales[axis]))
                    .toList();
            double below = 0;
            double before = sorted.get(0).scales[m];
            quantiles[m] = sorted.get(sorted.size() - 1).scales[m];
            int i = 0;
            while (i < sorted.size()) {
                double here = sorted.get(i).scales[m];
                double weight = 0;
                while (i < sorted.size() && sorted.get(i).scales[m] <= here * (1 + 1e-9)) {
                    weight += sorted.get(i++).weight;
                }
                if (below + weight / 2 >= share) {
                    double gap = below + weight / 2 - share;
                    quantiles[m] = before < here
                            ? here * Math.pow(before / here, Math.min(1, gap / Math.max(weight, 1e-12)))
                            : here;
                    break;
                }
                below += weight;
                before = here;
            }
        }
        return quantiles;
    }
}
