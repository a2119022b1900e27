package dev.temper.toolkit.chart;

import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.utility.BudgetMean;
import dev.temper.toolkit.utility.Decision;
import dev.temper.toolkit.utility.Outcomes;
import dev.temper.toolkit.utility.RankCrossing;
import dev.temper.toolkit.utility.UtilityCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Draws a decision: the runs, the point estimates, each source's curve as far as the target, and where the order changes.
 *
 * @param decision what was fitted and decided
 * @param everyRun the fitted runs and those held back from the fit
 * @param title what the chart is called
 * @param domain the domain that losses were measured on
 * @param axis what is on the horizontal axis
 * @param spent what a source's anneal of some tokens takes, in the axis's unit
 * @param gains whether gains over the control are drawn, instead of losses
 */
public record DecisionPlot(
        Decision decision,
        Outcomes everyRun,
        String title,
        String domain,
        XAxis axis,
        ToDoubleBiFunction<String, Long> spent,
        boolean gains) {
    private static final double LEVEL = 0.95;
    private static final int CURVE_POINTS = 65;
    private static final int MOST_CROSSINGS = 2;

    /**
     * Lays out the plot.
     *
     * @return the plot, ready to be drawn
     */
    public CurvesPlot plot() {
        List<SourceSeries> series = new ArrayList<>();
        for (String source : everyRun.sources()) {
            series.add(series(source, curve(source)));
        }
        if (!gains) {
            series.add(series(
                    everyRun.control(), decision.curves().stream().findFirst().map(UtilityCurve::control)));
        }
        boolean oneScale = axis != XAxis.COST;
        return new CurvesPlot(
                title,
                axis,
                gains ? YAxis.gain(domain) : YAxis.loss(domain),
                series,
                oneScale ? crossings() : List.of(),
                oneScale
                        ? List.of(
                                new VerticalLine(spent.applyAsDouble(everyRun.control(), decision.target()), "target"))
                        : List.of(),
                new Notes("95 % interval", "95 % band", caption()));
    }

    private SourceSeries series(String source, Optional<UtilityCurve> curve) {
        List<BudgetMean> means =
                gains ? BudgetMean.ofGains(everyRun, source, LEVEL) : BudgetMean.ofLosses(everyRun, source, LEVEL);
        List<RunMean> runs = means.stream()
                .map(mean -> new RunMean(
                        x(source, mean.tokens()),
                        mean.mean(),
                        mean.halfWidth(),
                        mean.seeds(),
                        role(source, mean.tokens())))
                .toList();
        if (curve.isEmpty()) {
            return SourceSeries.unfitted(source, runs);
        }
        List<CurvePoint> points = new ArrayList<>();
        double low = Math.log(curve.get().smallest());
        double high = Math.log(Math.max((double) decision.target(), curve.get().largest()));
        for (int i = 0; i < CURVE_POINTS; i++) {
            double tokens = Math.exp(low + (high - low) * i / (CURVE_POINTS - 1));
            Interval value = gains ? curve.get().gain(tokens) : curve.get().loss(tokens);
            points.add(new CurvePoint(x(source, Math.round(tokens)), value.estimate(), value.lower(), value.upper()));
        }
        return new SourceSeries(
                source, runs, points, x(source, Math.round(curve.get().largest())));
    }

    private RunMean.Role role(String source, long tokens) {
        if (!decision.outcomes().budgets(source).contains(tokens)) {
            return RunMean.Role.HELD_BACK;
        }
        boolean point = decision.points().stream()
                .anyMatch(estimate -> estimate.source().equals(source) && estimate.tokens() == tokens);
        return point ? RunMean.Role.POINT_ESTIMATE : RunMean.Role.MEASURED;
    }

    /** The crossing seen in the runs where there is one, else the fitted one if it is more likely than not. */
    private List<CrossingMark> crossings() {
        return decision.crossings().stream()
                .map(this::mark)
                .flatMap(Optional::stream)
                .limit(MOST_CROSSINGS)
                .toList();
    }

    private Optional<CrossingMark> mark(RankCrossing crossing) {
        String control = everyRun.control();
        if (crossing.observed().isPresent()) {
            var seen = crossing.observed().get();
            return Optional.of(new CrossingMark(
                    x(control, Math.round(seen.tokens())),
                    x(control, Math.round(seen.lowest())),
                    x(control, Math.round(seen.highest())),
                    seen.after() + " overtakes " + seen.before()));
        }
        return crossing.fitted()
                .filter(place -> crossing.chances().none() < 0.5)
                .map(place -> new CrossingMark(
                        x(control, Math.round(place.estimate())),
                        x(control, Math.max(1, Math.round(place.lower()))),
                        Double.isInfinite(place.upper())
                                ? Double.POSITIVE_INFINITY
                                : x(control, Math.round(place.upper())),
                        crossing.after() + " overtakes " + crossing.before()));
    }

    private String caption() {
        long fitted = decision.outcomes().runs().stream()
                .mapToLong(run -> run.tokens())
                .max()
                .orElse(0);
        return "Laws fitted to " + decision.outcomes().runs().size() + " of "
                + everyRun.runs().size() + " runs, those of up to " + XAxis.TOKENS.format((double) fitted) + " tokens.";
    }

    private Optional<UtilityCurve> curve(String source) {
        return decision.curves().stream()
                .filter(curve -> curve.source().equals(source))
                .findFirst();
    }

    private double x(String source, long tokens) {
        return spent.applyAsDouble(source, tokens);
    }
}
