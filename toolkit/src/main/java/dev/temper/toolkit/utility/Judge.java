package dev.temper.toolkit.utility;

import dev.temper.toolkit.law.FitWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comes to a verdict. Some doubts forbid one whatever the probabilities say: no control, too few budgets, one seed, a target too far out,
 * and a leader whose curve is flattered by a turn or by repetition. The others explain why P(best) stays below the certainty asked for. A
 * flagged curve counts with its flattering value, so a source that beats it may still be taken.
 */
final class Judge {
    /** Extrapolation needs a budget to check the law's shape with, beyond its three parameters. */
    private static final int FEWEST_BUDGETS_TO_EXTRAPOLATE = 4;

    /** A source with a smaller P(best) plays no part. */
    private static final double LEAST_CHANCE = 0.01;

    private final Outcomes outcomes;
    private final long target;
    private final List<UtilityCurve> curves;
    private final @Nullable Ranking ranking;
    private final DecisionOptions options;

    Judge(
            Outcomes outcomes,
            long target,
            List<UtilityCurve> curves,
            @Nullable Ranking ranking,
            DecisionOptions options) {
        this.outcomes = outcomes;
        this.target = target;
        this.curves = curves;
        this.ranking = ranking;
        this.options = options;
    }

    /** Refuses when some source has no run that a control can be subtracted from. */
    static Optional<Verdict> refusal(Outcomes outcomes) {
        List<String> without = outcomes.sources().stream()
                .filter(source -> outcomes.budgets(source).stream()
                        .allMatch(tokens -> outcomes.gains(source, tokens).isEmpty()))
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        String sentence = "no run of " + String.join(", ", without) + " has a control (" + outcomes.control()
                + ") of the same budget and seed, and without it the cooldown's own gain counts as the source's";
        return Optional.of(
                new Verdict.NotDecidable(List.of(new Reason(Doubt.NO_CONTROL, sentence)), outcomes.missingControls()));
    }

    Verdict verdict() {
        List<Reason> reasons = new ArrayList<>();
        tooFewForACurve(reasons);
        List<UtilityCurve> inPlay = inPlay();
        inPlay.forEach(curve -> forbid(curve, reasons));
        boolean forbidden = !reasons.isEmpty();
        if (ranking != null) {
            UtilityCurve leader = inPlay.get(0);
            flattered(leader, reasons);
            double best = ranking.best(leader.source());
            if (reasons.isEmpty() && best >= options.certainty()) {
                return new Verdict.Recommend(leader.source(), best);
            }
            if (reasons.isEmpty() && tied(ranking, inPlay)) {
                return new Verdict.Tie(inPlay.stream().map(UtilityCurve::source).toList(), options.indifference());
            }
            if (!forbidden && best < options.certainty()) {
                explain(ranking, inPlay, reasons);
            }
        }
        return new Verdict.NotDecidable(reasons, new Purchases(outcomes, target, options).of(inPlay, thin(), reasons));
    }

    /** The sources that may be the best, the likeliest first; all when they cannot be ranked. */
    private List<UtilityCurve> inPlay() {
        if (ranking == null) {
            return curves;
        }
        return ranking.sources().stream()
                .filter(source -> ranking.best(source) >= LEAST_CHANCE)
                .flatMap(
                        source -> curves.stream().filter(curve -> curve.source().equals(source)))
                .toList();
    }

    private List<String> thin() {
        List<String> names = new ArrayList<>(outcomes.sources());
        names.add(outcomes.control());
        return names.stream()
                .filter(name -> outcomes.budgets(name).size() < UtilityCurve.FEWEST_BUDGETS)
                .toList();
    }

    private void tooFewForACurve(List<Reason> reasons) {
        if (!thin().isEmpty()) {
            reasons.add(new Reason(
                    Doubt.TOO_FEW_BUDGETS,
                    thin().stream()
                                    .map(name -> name + " has "
                                            + outcomes.budgets(name).size())
                                    .collect(Collectors.joining(", "))
                            + " of the " + UtilityCurve.FEWEST_BUDGETS + " budgets that a curve needs"));
        }
    }

    private void forbid(UtilityCurve curve, List<Reason> reasons) {
        double times = curve.extrapolation((double) target);
        if (curve.lossFit().points() < FEWEST_BUDGETS_TO_EXTRAPOLATE && times > 1) {
            reasons.add(new Reason(
                    Doubt.TOO_FEW_BUDGETS,
                    curve.source() + " has " + curve.lossFit().points() + " of the " + FEWEST_BUDGETS_TO_EXTRAPOLATE
                            + " budgets that a forecast needs"));
        }
        if (curve.lossFit().warnings().contains(FitWarning.ONE_SEED)) {
            reasons.add(new Reason(Doubt.ONE_SEED, curve.source() + " was run with one seed, so its noise is unknown"));
        }
        if (curve.flags(target).contains(CurveFlag.FAR)) {
            reasons.add(new Reason(
                    Doubt.EXTRAPOLATION_TOO_FAR,
                    String.format(
                            Locale.ROOT,
                            "the target is %.0f times outside the budgets of %s, and %.0f is the most",
                            times,
                            curve.source(),
                            options.farthest())));
        }
    }

    private void flattered(UtilityCurve curve, List<Reason> reasons) {
        if (curve.flags(target).contains(CurveFlag.TURNED)) {
            reasons.add(new Reason(
                    Doubt.TURNED,
                    "the loss of " + curve.source() + " rises again within the data, and no law says how far"));
        }
        if (curve.flags(target).contains(CurveFlag.REPEATED)) {
            reasons.add(new Reason(
                    Doubt.REPETITION,
                    String.format(
                            Locale.ROOT,
                            "%s would be repeated %.0f times at the target, beyond its data and beyond %.0f",
                            curve.source(),
                            curve.epochs(target),
                            options.mostEpochs())));
        }
    }

    private boolean tied(Ranking order, List<UtilityCurve> inPlay) {
        String leader = inPlay.get(0).source();
        return inPlay.stream()
                .skip(1)
                .allMatch(other -> other.flags(target).isEmpty()
                        && order.closer(leader, other.source(), options.indifference()) >= options.certainty());
    }

    private void explain(Ranking order, List<UtilityCurve> inPlay, List<Reason> reasons) {
        reasons.add(new Reason(
                Doubt.INTERVALS_OVERLAP,
                inPlay.stream()
                                .map(curve -> String.format(
                                        Locale.ROOT,
                                        "P(best) of %s is %.2f",
                                        curve.source(),
                                        order.best(curve.source())))
                                .collect(Collectors.joining(", "))
                        + String.format(Locale.ROOT, ", where %.2f is asked for", options.certainty())));
        String untested = beyondWith(FitWarning.FEW_BUDGETS, inPlay);
        if (!untested.isEmpty()) {
            reasons.add(new Reason(
                    Doubt.TOO_FEW_BUDGETS,
                    "there are no more budgets than the law has parameters for " + untested
                            + ", so its shape is not tested"));
        }
        String floors = beyondWith(FitWarning.FLOOR_NOT_IDENTIFIED, inPlay);
        if (!floors.isEmpty()) {
            reasons.add(new Reason(
                    Doubt.FLOOR_NOT_IDENTIFIED, "the data do not tell where the loss of " + floors + " levels off"));
        }
        inPlay.stream().skip(1).forEach(curve -> flattered(curve, reasons));
    }

    private String beyondWith(FitWarning warning, List<UtilityCurve> inPlay) {
        return inPlay.stream()
                .filter(curve -> curve.extrapolation((double) target) > 1)
                .filter(curve -> curve.lossFit().warnings().contains(warning))
                .map(UtilityCurve::source)
                .collect(Collectors.joining(", "));
    }
}
