package dev.temper.toolkit.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * A crossing that the data themselves show: the means of two sources change their order between neighbouring budgets. With more than one,
 * it is the last. Tokens are interpolated on the logarithm.
 *
 * @param before the source that is better below
 * @param after the source that is better above
 * @param tokens where the means cross
 * @param lowest the lowest crossing of a single seed; {@code tokens} when no seed crosses
 * @param highest the highest crossing of a single seed; {@code tokens} when no seed crosses
 * @param seeds how many seeds have both sources at all common budgets
 * @param crossing how many of those seeds change their order in the same direction
 */
public record ObservedCrossing(
        String before, String after, double tokens, double lowest, double highest, int seeds, int crossing) {
    private record Change(double tokens, boolean firstWasBetter) {}

    static Optional<ObservedCrossing> of(Outcomes outcomes, String first, String second) {
        List<Long> budgets = outcomes.budgets(first).stream()
                .filter(outcomes.budgets(second)::contains)
                .toList();
        double[] means = budgets.stream()
                .mapToDouble(budget -> mean(outcomes, first, budget) - mean(outcomes, second, budget))
                .toArray();
        return lastChange(budgets, means).map(change -> {
            List<double[]> single = bySeed(outcomes, first, second, budgets);
            double[] places = single.stream()
                    .map(differences -> lastChange(budgets, differences))
                    .flatMap(Optional::stream)
                    .filter(own -> own.firstWasBetter() == change.firstWasBetter())
                    .mapToDouble(Change::tokens)
                    .sorted()
                    .toArray();
            boolean some = places.length > 0;
            return new ObservedCrossing(
                    change.firstWasBetter() ? first : second,
                    change.firstWasBetter() ? second : first,
                    change.tokens(),
                    some ? places[0] : change.tokens(),
                    some ? places[places.length - 1] : change.tokens(),
                    single.size(),
                    places.length);
        });
    }

    private static double mean(Outcomes outcomes, String source, long budget) {
        OptionalDouble mean = outcomes.mean(source, budget);
        return mean.orElseThrow();
    }

    private static List<double[]> bySeed(Outcomes outcomes, String first, String second, List<Long> budgets) {
        Set<Long> seeds = new TreeSet<>(outcomes.seeds());
        for (long budget : budgets) {
            seeds.retainAll(outcomes.losses(first, budget).keySet());
            seeds.retainAll(outcomes.losses(second, budget).keySet());
        }
        List<double[]> differences = new ArrayList<>();
        for (long seed : seeds) {
            differences.add(budgets.stream()
                    .mapToDouble(budget ->
                            loss(outcomes.losses(first, budget), seed) - loss(outcomes.losses(second, budget), seed))
                    .toArray());
        }
        return differences;
    }

    private static double loss(Map<Long, Double> losses, long seed) {
        return losses.getOrDefault(seed, Double.NaN);
    }

    private static Optional<Change> lastChange(List<Long> budgets, double[] differences) {
        for (int k = differences.length - 1; k > 0; k--) {
            double early = differences[k - 1];
            double late = differences[k];
            if (early < 0 != late < 0) {
                double low = Math.log(budgets.get(k - 1));
                double high = Math.log(budgets.get(k));
                return Optional.of(new Change(Math.exp(low + (high - low) * early / (early - late)), early < 0));
            }
        }
        return Optional.empty();
    }
}
