package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Weights observations by the variance of their seeds. Variances are shrunk towards a trend in the mean by empirical Bayes with a
 * scaled inverse chi-square prior, whose degrees of freedom come from the scatter of their logarithms (Smyth 2004, "Linear models and
 * empirical Bayes methods", section 6.2).
 */
final class SeedVariance {
    private static final int FEWEST_FOR_A_TREND = 4;
    /** Of the pooled variance: seeds that agree to the last digit are not certain. */
    private static final double LEAST = 1e-6;

    private final List<Group> groups = new ArrayList<>();

    private static final class Group {
        final int[] members;
        final double mean;
        final int df;
        final double variance;

        Group(int[] members, Observations data, ErrorScale scale) {
            this.members = members;
            double weight = 0;
            double sum = 0;
            for (int i : members) {
                weight += data.weights[i];
                sum += data.weights[i] * scale.of(data.values[i]);
            }
            mean = sum / weight;
            df = members.length - 1;
            double squares = 0;
            for (int i : members) {
                squares += data.weights[i] * Math.pow(scale.of(data.values[i]) - mean, 2);
            }
            variance = df > 0 ? squares / df : Double.NaN;
        }
    }

    private SeedVariance(Observations data, ErrorScale scale) {
        Integer[] order = new Integer[data.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Arrays.compare(data.rows[a], data.rows[b]));
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            if (to == order.length || !Arrays.equals(data.rows[order[from]], data.rows[order[to]])) {
                groups.add(new Group(
                        Arrays.stream(order, from, to)
                                .mapToInt(Integer::intValue)
                                .toArray(),
                        data,
                        scale));
                from = to;
            }
        }
    }

    /** The observations with weights whose mean is that of the weights given. */
    static Observations weigh(Observations data, ErrorScale scale) {
        SeedVariance seeds = new SeedVariance(data, scale);
        double[] variances = seeds.shrunk();
        double[] weights = data.weights.clone();
        double before = Arrays.stream(weights).sum();
        for (int k = 0; k < variances.length; k++) {
            for (int i : seeds.groups.get(k).members) {
                weights[i] /= variances[k];
            }
        }
        double after = Arrays.stream(weights).sum();
        return data.weighted(
                Arrays.stream(weights).map(weight -> weight * before / after).toArray());
    }

    private double[] shrunk() {
        List<Group> repeated = groups.stream().filter(group -> group.df > 0).toList();
        double pooled = repeated.stream()
                        .mapToDouble(group -> group.df * group.variance)
                        .sum()
                / repeated.stream().mapToInt(group -> group.df).sum();
        if (repeated.size() < 2 || !(pooled > 0)) {
            throw new FitException(
                    "points with repeated seeds that differ must be at least 2 to weigh by seed variance, but are "
                            + (pooled > 0 ? repeated.size() : 0) + "; add seeds, or take the weights as given");
        }
        int count = repeated.size();
        double[] logs = new double[count];
        double[] means = new double[count];
        double sampling = 0;
        for (int k = 0; k < count; k++) {
            Group group = repeated.get(k);
            double half = group.df / 2.0;
            means[k] = group.mean;
            logs[k] = Math.log(Math.max(group.variance, LEAST * pooled)) - Gamma.digamma(half) + Math.log(half);
            sampling += Gamma.trigamma(half) / count;
        }
        double[] line = line(means, logs);
        double scatter = 0;
        for (int k = 0; k < count; k++) {
            scatter += Math.pow(logs[k] - line[0] - line[1] * means[k], 2);
        }
        double between = scatter / Math.max(1, count - (line[1] == 0 ? 1 : 2)) - sampling;
        double prior = between > 0 ? 2 * trigammaInverse(between) : Double.POSITIVE_INFINITY;
        double offset = between > 0 ? Gamma.digamma(prior / 2) - Math.log(prior / 2) : 0;
        return groups.stream()
                .mapToDouble(group -> {
                    double expected = Math.exp(line[0] + line[1] * group.mean + offset);
                    return group.df == 0 || Double.isInfinite(prior)
                            ? expected
                            : (prior * expected + group.df * group.variance) / (prior + group.df);
                })
                .toArray();
    }

    /** Intercept and slope; no slope for few points. */
    private static double[] line(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (int k = 0; k < x.length; k++) {
            xx += (x[k] - meanX) * (x[k] - meanX);
            xy += (x[k] - meanX) * (y[k] - meanY);
        }
        double slope = x.length < FEWEST_FOR_A_TREND || xx == 0 ? 0 : xy / xx;
        return new double[] {meanY - slope * meanX, slope};
    }

    /** By Newton's method on one over the function, which is convex there. */
    private static double trigammaInverse(double value) {
        double x = 0.5 + 1 / value;
        for (int step = 0; step < 50; step++) {
            double trigamma = Gamma.trigamma(x);
            double slope = (Gamma.trigamma(x * (1 + 1e-5)) - Gamma.trigamma(x * (1 - 1e-5))) / (2e-5 * x);
            double move = trigamma * (1 - trigamma / value) / slope;
            x += move;
            if (Math.abs(move) < 1e-9 * x) {
                break;
            }
        }
        return x;
    }
}
