package dev.temper.toolkit.utility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two ways to decide between sources for one target budget, side by side: by the point estimates of the smallest budget, and by the
 * utility curves. With what parts them, what is not known, and the verdict.
 */
public final class Decision {
    private final Outcomes outcomes;
    private final long target;
    private final List<DecisionRow> rows;
    private final List<UtilityCurve> curves;
    private final List<PointEstimate> points;
    private final @Nullable Ranking ranking;
    private final List<RankCrossing> crossings;
    private final Verdict verdict;

    private Decision(Outcomes outcomes, long target, CostOf costs, EpochsOf epochs, DecisionOptions options) {
        this.outcomes = outcomes;
        this.target = target;
        Optional<Verdict> refusal = Judge.refusal(outcomes);
        this.points = points(outcomes);
        this.curves = refusal.isPresent() ? List.of() : UtilityCurve.all(outcomes, epochs, options);
        this.ranking = Ranking.at(curves, target).orElse(null);
        this.rows = rows(costs, epochs);
        this.crossings = headlinesFirst(Crossings.between(curves, outcomes, (double) target, options.level()));
        this.verdict = refusal.orElseGet(() -> new Judge(outcomes, target, curves, ranking, options).verdict());
    }

    /**
     * Decides.
     *
     * @param outcomes the runs to decide by; those at the target count like all others
     * @param target the budget to decide for, in tokens
     * @param costs prices an anneal
     * @param epochs counts repetition
     * @param options how to decide
     * @return table, crossings and verdict; without a control the verdict refuses and names the runs to add
     * @throws IllegalArgumentException when the target is not positive, or there is no source
     */
    public static Decision of(Outcomes outcomes, long target, CostOf costs, EpochsOf epochs, DecisionOptions options) {
        if (target <= 0) {
            throw new IllegalArgumentException("target must be positive, but is " + target);
        }
        if (outcomes.sources().isEmpty()) {
            throw new IllegalArgumentException("sources must be at least one beside the control " + outcomes.control()
                    + ", but there is none among " + outcomes.runs().size() + " runs");
        }
        return new Decision(outcomes, target, costs, epochs, options);
    }

    /** At the smallest budget that all sources share, else of each source at its own smallest. */
    private static List<PointEstimate> points(Outcomes outcomes) {
        NavigableSet<Long> shared = new TreeSet<>(outcomes.budgets(outcomes.control()));
        outcomes.sources()
                .forEach(source ->
                        shared.removeIf(tokens -> outcomes.gains(source, tokens).isEmpty()));
        if (!shared.isEmpty()) {
            return PointEstimate.at(outcomes, shared.first());
        }
        List<PointEstimate> own = new ArrayList<>();
        for (String source : outcomes.sources()) {
            outcomes.budgets(source).stream()
                    .filter(tokens -> !outcomes.gains(source, tokens).isEmpty())
                    .findFirst()
                    .ifPresent(tokens -> PointEstimate.at(outcomes, tokens).stream()
                            .filter(estimate -> estimate.source().equals(source))
                            .forEach(own::add));
        }
        own.sort(Comparator.comparingDouble(PointEstimate::gain).reversed());
        return List.copyOf(own);
    }

    private List<DecisionRow> rows(CostOf costs, EpochsOf epochs) {
        Map<String, UtilityCurve> curveOf = new HashMap<>();
        curves.forEach(curve -> curveOf.put(curve.source(), curve));
        Map<String, PointEstimate> pointOf = new HashMap<>();
        points.forEach(point -> pointOf.put(point.source(), point));
        List<DecisionRow> table = new ArrayList<>();
        for (String source : outcomes.sources()) {
            UtilityCurve curve = curveOf.get(source);
            table.add(new DecisionRow(
                    source,
                    pointOf.get(source),
                    curve == null ? null : curve.gain((double) target),
                    costs.of(source, target),
                    curve == null || ranking == null ? Double.NaN : ranking.best(source),
                    epochs.of(source, target),
                    curve == null ? Set.of() : curve.flags(target)));
        }
        table.sort(Comparator.comparingDouble((DecisionRow row) ->
                        row.gain().map(gain -> gain.estimate()).orElse(Double.NEGATIVE_INFINITY))
                .reversed());
        return List.copyOf(table);
    }

    private List<RankCrossing> headlinesFirst(List<RankCrossing> found) {
        List<RankCrossing> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(crossing -> {
            int byPoint = pointWinner().filter(crossing.before()::equals).isPresent() ? 0 : 1;
            int byCurve = curveWinner().filter(crossing.after()::equals).isPresent() ? 0 : 1;
            return byPoint + byCurve;
        }));
        return List.copyOf(sorted);
    }

    /**
     * Gives the runs that the decision stands on.
     *
     * @return the outcomes
     */
    public Outcomes outcomes() {
        return outcomes;
    }

    /**
     * Gives the budget that was decided for.
     *
     * @return tokens
     */
    public long target() {
        return target;
    }

    /**
     * Gives the table.
     *
     * @return one row for each source, the greatest gain at the target first
     */
    public List<DecisionRow> rows() {
        return rows;
    }

    /**
     * Gives the curves behind the table.
     *
     * @return one for each source with three budgets or more; empty when the verdict refused
     */
    public List<UtilityCurve> curves() {
        return curves;
    }

    /**
     * Gives the point estimates at the smallest budget, or each at its own smallest when the sources share none.
     *
     * @return the best first; empty without a control
     */
    public List<PointEstimate> points() {
        return points;
    }

    /**
     * Gives the order at the target as probabilities.
     *
     * @return empty when the sources cannot be ranked
     */
    public Optional<Ranking> ranking() {
        return Optional.ofNullable(ranking);
    }

    /**
     * Gives the rank crossings between the smallest budget and the target or the end of the data.
     *
     * @return those that part the two ways of deciding first; empty when the order never changes
     */
    public List<RankCrossing> crossings() {
        return crossings;
    }

    /**
     * Names the source that the point estimates pick.
     *
     * @return empty without a control
     */
    public Optional<String> pointWinner() {
        return points.stream().findFirst().map(PointEstimate::source);
    }

    /**
     * Names the source that the curves pick at the target.
     *
     * @return empty when no source has a curve
     */
    public Optional<String> curveWinner() {
        return rows.stream().filter(row -> row.gain().isPresent()).findFirst().map(DecisionRow::source);
    }

    /**
     * Tells whether both ways pick the same source.
     *
     * @return false also when one of them picks none
     */
    public boolean agree() {
        return pointWinner().isPresent() && pointWinner().equals(curveWinner());
    }

    /**
     * Gives the verdict.
     *
     * @return recommendation, tie or not decidable
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Lists control runs whose absence leaves source runs without a pair.
     *
     * @return empty when every source run has its control
     */
    public List<RunRequest> missingControls() {
        return outcomes.missingControls();
    }

    /**
     * Sums the decision up.
     *
     * @return two or three sentences of plain text, the last of them the verdict
     */
    public String summary() {
        StringBuilder text = new StringBuilder();
        if (!points.isEmpty() && curveWinner().isPresent()) {
            text.append(String.format(
                    Locale.ROOT,
                    "At %,d tokens the point estimates pick %s; at %,d tokens the curves pick %s%s. ",
                    points.get(0).tokens(),
                    points.get(0).source(),
                    target,
                    curveWinner().orElseThrow(),
                    agree() ? ", too" : ": the two disagree"));
            crossings.stream().findFirst().ifPresent(crossing -> text.append(Sentences.of(crossing)));
        }
        return text.append(verdict.sentence()).toString();
    }
}
