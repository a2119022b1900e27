package dev.temper.toolkit.utility;

import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.utility.RankCrossing.Chances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Finds the rank crossings between curves on a grid over the logarithm of tokens. */
final class Crossings {
    private static final int STEPS = 120;

    private final Outcomes outcomes;
    private final double level;
    private final double[] logTokens = new double[STEPS + 1];
    /** By source: at [step][draw] the drawn loss. */
    private final Map<String, double[][]> drawn = new HashMap<>();

    private Crossings(List<UtilityCurve> curves, Outcomes outcomes, double target, double level) {
        this.outcomes = outcomes;
        this.level = level;
        double low = curves.stream().mapToDouble(UtilityCurve::smallest).min().orElseThrow();
        double high = Math.max(
                target, curves.stream().mapToDouble(UtilityCurve::largest).max().orElseThrow());
        for (int i = 0; i <= STEPS; i++) {
            logTokens[i] = Math.log(low) + (Math.log(high) - Math.log(low)) * i / STEPS;
        }
        for (UtilityCurve curve : curves) {
            drawn.put(
                    curve.source(),
                    Arrays.stream(logTokens)
                            .mapToObj(place -> curve.drawnLosses(Math.exp(place)))
                            .toArray(double[][]::new));
        }
    }

    /** The crossings of all pairs whose curves or whose data cross, the earliest first. */
    static List<RankCrossing> between(List<UtilityCurve> curves, Outcomes outcomes, double target, double level) {
        if (curves.size() < 2) {
            return List.of();
        }
        Crossings search = new Crossings(curves, outcomes, target, level);
        List<RankCrossing> found = new ArrayList<>();
        for (int a = 0; a < curves.size(); a++) {
            for (int b = a + 1; b < curves.size(); b++) {
                search.add(curves.get(a), curves.get(b), found);
            }
        }
        return List.copyOf(found);
    }

    private void add(UtilityCurve a, UtilityCurve b, List<RankCrossing> found) {
        int first = firstStep(Math.max(a.smallest(), b.smallest()));
        double rangeEnd = Math.min(a.largest(), b.largest());
        List<Double> roots = roots(a, b, first);
        ObservedCrossing observed =
                ObservedCrossing.of(outcomes, a.source(), b.source()).orElse(null);
        if (roots.isEmpty() && observed == null) {
            return;
        }
        boolean aLeads;
        if (roots.isEmpty()) {
            aLeads = observed != null && observed.before().equals(a.source());
        } else {
            double end = Math.exp(logTokens[STEPS]);
            aLeads = a.value(end) > b.value(end);
        }
        double[] places = drawnPlaces(a, b, first, aLeads);
        double[] crossing = Arrays.stream(places).filter(Double::isFinite).toArray();
        Interval fitted = null;
        if (!roots.isEmpty()) {
            double last = roots.get(roots.size() - 1);
            fitted = crossing.length == 0
                    ? new Interval(0, last, Double.POSITIVE_INFINITY, level)
                    : Interval.ofDraws(last, crossing, level);
        }
        found.add(new RankCrossing(
                (aLeads ? a : b).source(),
                (aLeads ? b : a).source(),
                roots,
                fitted,
                rangeEnd,
                chances(places, rangeEnd),
                observed));
    }

    private int firstStep(double tokens) {
        int step = 0;
        while (step < STEPS && logTokens[step] < Math.log(tokens) - 1e-9) {
            step++;
        }
        return step;
    }

    private List<Double> roots(UtilityCurve a, UtilityCurve b, int first) {
        List<Double> roots = new ArrayList<>();
        BrentSolver solver = new BrentSolver(1e-9);
        for (int i = first + 1; i <= STEPS; i++) {
            double early = difference(a, b, logTokens[i - 1]);
            double late = difference(a, b, logTokens[i]);
            if (early < 0 != late < 0) {
                roots.add(
                        Math.exp(solver.solve(200, place -> difference(a, b, place), logTokens[i - 1], logTokens[i])));
            }
        }
        return roots;
    }

    private static double difference(UtilityCurve a, UtilityCurve b, double logTokens) {
        return a.value(Math.exp(logTokens)) - b.value(Math.exp(logTokens));
    }

    /** For every draw the last place where the order changes in the same direction, in tokens; infinite where it does not. */
    private double[] drawnPlaces(UtilityCurve a, UtilityCurve b, int first, boolean aLeads) {
        double[][] ofA = drawn.getOrDefault(a.source(), new double[0][]);
        double[][] ofB = drawn.getOrDefault(b.source(), new double[0][]);
        int draws = Math.min(ofA[0].length, ofB[0].length);
        double[] places = new double[draws];
        Arrays.fill(places, Double.POSITIVE_INFINITY);
        for (int draw = 0; draw < draws; draw++) {
            for (int i = STEPS; i > first; i--) {
                double early = ofA[i - 1][draw] - ofB[i - 1][draw];
                double late = ofA[i][draw] - ofB[i][draw];
                if (early < 0 == aLeads && late < 0 != aLeads) {
                    places[draw] =
                            Math.exp(logTokens[i - 1] + (logTokens[i] - logTokens[i - 1]) * early / (early - late));
                    break;
                }
            }
        }
        return places;
    }

    private static Chances chances(double[] places, double rangeEnd) {
        double all = places.length;
        double inRange =
                Arrays.stream(places).filter(place -> place <= rangeEnd).count();
        double none = Arrays.stream(places).filter(Double::isInfinite).count();
        return new Chances(inRange / all, (all - inRange - none) / all, none / all);
    }
}
