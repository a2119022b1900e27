package dev.temper.toolkit.utility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order of the sources at one budget, as probabilities from joint draws of their curves. All gains share the control, so ranks of gains
 * are ranks of losses and the control's error does not enter them.
 */
public final class Ranking {
    private final long tokens;
    private final Map<String, double[]> losses;
    private final Map<String, Double> best;

    private Ranking(long tokens, Map<String, double[]> losses, Map<String, Double> best) {
        this.tokens = tokens;
        this.losses = losses;
        this.best = best;
    }

    /**
     * Ranks sources.
     *
     * @param curves one for each source
     * @param tokens the budget
     * @return empty when there is no curve, or one whose data do not measure their noise
     */
    public static Optional<Ranking> at(List<UtilityCurve> curves, long tokens) {
        if (curves.isEmpty() || !curves.stream().allMatch(UtilityCurve::measuresNoise)) {
            return Optional.empty();
        }
        Map<String, double[]> losses = new LinkedHashMap<>();
        curves.forEach(curve -> losses.put(curve.source(), curve.drawnLosses((double) tokens)));
        List<String> names = List.copyOf(losses.keySet());
        double[][] drawn = losses.values().toArray(new double[0][]);
        int[] wins = new int[drawn.length];
        for (int i = 0; i < drawn[0].length; i++) {
            int lowest = 0;
            for (int s = 1; s < drawn.length; s++) {
                lowest = drawn[s][i] < drawn[lowest][i] ? s : lowest;
            }
            wins[lowest]++;
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (int s = 0; s < wins.length; s++) {
            best.put(names.get(s), wins[s] / (double) drawn[0].length);
        }
        return Optional.of(new Ranking(tokens, losses, best));
    }

    /**
     * Gives the budget.
     *
     * @return tokens
     */
    public long tokens() {
        return tokens;
    }

    /**
     * Lists the sources.
     *
     * @return the greatest P(best) first
     */
    public List<String> sources() {
        List<String> names = new ArrayList<>(best.keySet());
        names.sort(Comparator.comparingDouble(this::best).reversed());
        return List.copyOf(names);
    }

    /**
     * Gives the probability that a source is the best.
     *
     * @param source its name
     * @return from 0 to 1
     * @throws IllegalArgumentException when the source has no curve
     */
    public double best(String source) {
        return best.getOrDefault(known(source), 0.0);
    }

    /**
     * Gives the probability that one source beats another.
     *
     * @param one name of a source
     * @param other name of another
     * @return from 0 to 1
     * @throws IllegalArgumentException when a source has no curve
     */
    public double beats(String one, String other) {
        return share(one, other, Double.NEGATIVE_INFINITY, 0);
    }

    /**
     * Gives the probability that two sources differ by no more than some loss.
     *
     * @param one name of a source
     * @param other name of another
     * @param difference nats per token
     * @return from 0 to 1
     * @throws IllegalArgumentException when a source has no curve
     */
    public double closer(String one, String other, double difference) {
        return share(one, other, -difference, Math.nextUp(difference));
    }

    private double share(String one, String other, double from, double below) {
        double[] first = drawn(one);
        double[] second = drawn(other);
        int count = 0;
        for (int i = 0; i < first.length; i++) {
            double difference = first[i] - second[i];
            count += difference >= from && difference < below ? 1 : 0;
        }
        return count / (double) first.length;
    }

    private double[] drawn(String source) {
        return losses.getOrDefault(known(source), new double[0]);
    }

    private String known(String source) {
        if (!losses.containsKey(source)) {
            throw new IllegalArgumentException(
                    "source must be one of " + String.join(", ", losses.keySet()) + ", but is " + source);
        }
        return source;
    }
}
