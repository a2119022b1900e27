package dev.temper.toolkit.utility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names the runs that would help most: for a target beyond the data the next budget toward it, for one within more seeds at the budget
 * nearest to it, and for sources that cannot be judged at all the budgets or seeds that they lack. Each comes with its control.
 */
final class Purchases {
    private static final int NEW_SEEDS = 2;

    private final Outcomes outcomes;
    private final long target;
    private final DecisionOptions options;

    Purchases(Outcomes outcomes, long target, DecisionOptions options) {
        this.outcomes = outcomes;
        this.target = target;
        this.options = options;
    }

    List<RunRequest> of(List<UtilityCurve> inPlay, List<String> thin, List<Reason> reasons) {
        Set<RunRequest> runs = new LinkedHashSet<>(outcomes.missingControls());
        for (String source : thin) {
            int lacking = UtilityCurve.FEWEST_BUDGETS - outcomes.budgets(source).size();
            anyBudgets().stream()
                    .filter(tokens -> !outcomes.budgets(source).contains(tokens))
                    .limit(lacking)
                    .forEach(tokens -> add(source, tokens, outcomes.seeds(), runs));
        }
        boolean moreSeeds = reasons.stream().anyMatch(reason -> reason.doubt() == Doubt.ONE_SEED);
        for (UtilityCurve curve : inPlay) {
            if (moreSeeds) {
                for (double end : new double[] {curve.smallest(), curve.largest()}) {
                    add(curve.source(), (long) end, newSeeds(), runs);
                }
            }
            if (target > curve.largest()) {
                add(curve.source(), next(curve), outcomes.seeds(), runs);
            } else if (!moreSeeds) {
                add(curve.source(), nearest(curve.source()), newSeeds(), runs);
            }
        }
        return List.copyOf(runs);
    }

    private void add(String source, long tokens, NavigableSet<Long> seeds, Set<RunRequest> runs) {
        for (long seed : seeds) {
            for (String name : List.of(source, outcomes.control())) {
                if (!outcomes.losses(name, tokens).containsKey(seed)) {
                    runs.add(new RunRequest(name, tokens, seed));
                }
            }
        }
    }

    /** One more step of the source's own grid, or as many as bring the target within reach, but not past it. */
    private long next(UtilityCurve curve) {
        List<Long> budgets = new ArrayList<>(outcomes.budgets(curve.source()));
        long largest = budgets.get(budgets.size() - 1);
        double step = (double) largest / budgets.get(budgets.size() - 2);
        long reaching = (long) Math.ceil(target / options.farthest());
        return Math.min(target, Math.max(Math.round(largest * step), reaching));
    }

    private long nearest(String source) {
        long nearest = outcomes.budgets(source).first();
        for (long tokens : outcomes.budgets(source)) {
            nearest = distance(tokens) < distance(nearest) ? tokens : nearest;
        }
        return nearest;
    }

    private double distance(long tokens) {
        return Math.abs(Math.log((double) tokens / target));
    }

    private NavigableSet<Long> newSeeds() {
        NavigableSet<Long> seeds = new TreeSet<>();
        for (int i = 1; i <= NEW_SEEDS; i++) {
            seeds.add(outcomes.seeds().last() + i);
        }
        return seeds;
    }

    /** All budgets of the study, and doublings beyond when they are too few. */
    private NavigableSet<Long> anyBudgets() {
        NavigableSet<Long> budgets = new TreeSet<>();
        outcomes.runs().forEach(run -> budgets.add(run.tokens()));
        while (budgets.size() < UtilityCurve.FEWEST_BUDGETS) {
            budgets.add(2 * budgets.last());
        }
        return budgets;
    }
}
