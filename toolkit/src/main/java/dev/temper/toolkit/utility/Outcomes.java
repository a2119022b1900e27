package dev.temper.toolkit.utility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The outcomes that a decision stands on: those of every source and those of the control, on one domain. To hold runs back, leave them
 * out.
 *
 * @param control name of the control in the outcomes
 * @param runs in any order
 */
public record Outcomes(String control, List<Outcome> runs) {
    /**
     * Copies and sorts the runs by source, tokens and seed.
     *
     * @throws IllegalArgumentException when a source was run twice with the same budget and seed; the message names all such runs
     */
    public Outcomes {
        Set<RunRequest> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Outcome run : runs) {
            RunRequest request = new RunRequest(run.source(), run.tokens(), run.seed());
            if (!seen.add(request)) {
                twice.add(request.toString());
            }
        }
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("runs must differ in source, tokens or seed, but these are there twice: "
                    + String.join("; ", twice));
        }
        runs = runs.stream()
                .sorted(Comparator.comparing(Outcome::source)
                        .thenComparingLong(Outcome::tokens)
                        .thenComparingLong(Outcome::seed))
                .toList();
    }

    /**
     * Lists the sources without the control.
     *
     * @return in alphabetical order
     */
    public List<String> sources() {
        return runs.stream()
                .map(Outcome::source)
                .filter(source -> !source.equals(control))
                .distinct()
                .toList();
    }

    /**
     * Lists the runs of one source, or of the control.
     *
     * @param source its name
     * @return by tokens and seed; empty when there are none
     */
    public List<Outcome> of(String source) {
        return runs.stream().filter(run -> run.source().equals(source)).toList();
    }

    /**
     * Lists the budgets of one source, or of the control.
     *
     * @param source its name
     * @return ascending
     */
    public NavigableSet<Long> budgets(String source) {
        NavigableSet<Long> budgets = new TreeSet<>();
        of(source).forEach(run -> budgets.add(run.tokens()));
        return budgets;
    }

    /**
     * Gives the losses of one source at one budget.
     *
     * @param source its name
     * @param tokens the budget
     * @return loss by seed, ascending in the seed
     */
    public Map<Long, Double> losses(String source, long tokens) {
        Map<Long, Double> losses = new TreeMap<>();
        of(source).stream().filter(run -> run.tokens() == tokens).forEach(run -> losses.put(run.seed(), run.loss()));
        return losses;
    }

    /**
     * Gives the gains of one source at one budget over the control of the same budget and seed.
     *
     * @param source its name
     * @param tokens the budget
     * @return gain by seed; runs without a control are left out
     */
    public Map<Long, Double> gains(String source, long tokens) {
        Map<Long, Double> controls = losses(control, tokens);
        Map<Long, Double> gains = new TreeMap<>();
        losses(source, tokens).forEach((seed, loss) -> {
            Double reference = controls.get(seed);
            if (reference != null) {
                gains.put(seed, reference - loss);
            }
        });
        return gains;
    }

    /**
     * Lists the control runs that are missing: those of the budgets and seeds that some source was run with.
     *
     * @return without repetition, by tokens and seed
     */
    public List<RunRequest> missingControls() {
        return runs.stream()
                .filter(run -> !run.source().equals(control))
                .map(run -> new RunRequest(control, run.tokens(), run.seed()))
                .distinct()
                .filter(request -> !losses(control, request.tokens()).containsKey(request.seed()))
                .sorted(Comparator.comparingLong(RunRequest::tokens).thenComparingLong(RunRequest::seed))
                .toList();
    }

    NavigableSet<Long> seeds() {
        NavigableSet<Long> seeds = new TreeSet<>();
        runs.forEach(run -> seeds.add(run.seed()));
        return seeds;
    }

    /** The mean loss of a source at a budget; empty when it was not run there. */
    OptionalDouble mean(String source, long tokens) {
        return losses(source, tokens).values().stream()
                .mapToDouble(Double::doubleValue)
                .average();
    }
}
