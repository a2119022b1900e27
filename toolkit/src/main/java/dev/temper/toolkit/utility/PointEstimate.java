package dev.temper.toolkit.utility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What micro-annealing says of a source: its mean gain over the control at one budget.
 *
 * @param source name of the data source
 * @param tokens the budget
 * @param seeds how many pairs of source and control the mean stands on
 * @param gain mean gain, in nats per token; negative when the source harms
 * @param standardError of the mean; NaN with one pair
 * @param rank one more than the number of sources that are better: beyond seed noise (paired t, 95 %) where both have two or more common
 *     seeds, else by their means. Sources that noise does not part share a rank
 */
public record PointEstimate(String source, long tokens, int seeds, double gain, double standardError, int rank) {
    private static final double SHARE = 0.975;

    /**
     * Estimates every source that has pairs at a budget.
     *
     * @param outcomes of sources and control
     * @param tokens the budget
     * @return the best rank first, within a rank the greater gain first; empty when there is no pair
     */
    public static List<PointEstimate> at(Outcomes outcomes, long tokens) {
        Map<String, Map<Long, Double>> gains = new TreeMap<>();
        for (String source : outcomes.sources()) {
            Map<Long, Double> ofSource = outcomes.gains(source, tokens);
            if (!ofSource.isEmpty()) {
                gains.put(source, ofSource);
            }
        }
        List<PointEstimate> estimates = new ArrayList<>();
        gains.forEach((source, own) -> {
            int rank = 1;
            for (Map.Entry<String, Map<Long, Double>> other : gains.entrySet()) {
                rank += !other.getKey().equals(source) && better(other.getValue(), own) ? 1 : 0;
            }
            double[] values =
                    own.values().stream().mapToDouble(Double::doubleValue).toArray();
            estimates.add(new PointEstimate(source, tokens, values.length, mean(values), standardError(values), rank));
        });
        estimates.sort(Comparator.comparingInt(PointEstimate::rank)
                .thenComparing(Comparator.comparingDouble(PointEstimate::gain).reversed()));
        return List.copyOf(estimates);
    }

    private static boolean better(Map<Long, Double> one, Map<Long, Double> other) {
        double[] differences = one.entrySet().stream()
                .filter(entry -> other.containsKey(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() - other.getOrDefault(entry.getKey(), Double.NaN))
                .toArray();
        if (differences.length < 2) {
            return mean(one) > mean(other);
        }
        double t = new TDistribution(differences.length - 1.0).inverseCumulativeProbability(SHARE);
        return mean(differences) > t * standardError(differences);
    }

    private static double mean(Map<Long, Double> values) {
        return mean(values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
