package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.IntervalMethod;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.interval.IntervalKind.Bootstrap;
import dev.temper.toolkit.law.interval.IntervalKind.Formula;
import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.List;

/** What simulations have found wanting in ways to make intervals, for the data at hand. */
final class Cautions {
    private static final int FEW_POINTS = 8;
    private static final int FEW_RUNS = 50;
    private static final int FEW_CLUSTERS = 10;
    private static final int SIGNS_ENOUGH = 12;
    private static final int FEW_DRAWS = 1000;

    private final Fit fit;
    private final int runs;
    private final int points;
    private final int clusters;

    Cautions(Fit fit) {
        this.fit = fit;
        Observations data = fit.observations();
        this.runs = data.size();
        this.points = Groups.points(data).count;
        this.clusters = Groups.clusters(data).count;
    }

    boolean clustered() {
        return clusters < runs;
    }

    IntervalKind recommended() {
        if (clustered()) {
            return Formula.JACKKNIFE;
        }
        if (fit.options().loss().robust()) {
            return new Bootstrap(Resampling.CASES, runs >= FEW_RUNS ? Ends.BCA : Ends.PERCENTILE);
        }
        if (fit.method() == IntervalMethod.REFITS) {
            return Formula.PROFILE;
        }
        return Formula.DELTA;
    }

    List<String> of(IntervalKind kind, int draws) {
        List<String> cautions = new ArrayList<>();
        if (kind instanceof Formula formula) {
            of(formula, cautions);
        } else if (kind instanceof Bootstrap bootstrap) {
            of(bootstrap, cautions);
            addIf(draws < FEW_DRAWS, "fewer than " + FEW_DRAWS + " draws: the ends shake", cautions);
        }
        return cautions;
    }

    private void of(Formula formula, List<String> cautions) {
        boolean even = formula == Formula.DELTA || formula == Formula.PROFILE || formula == Formula.MEANS;
        addIf(
                even && clustered(),
                "takes every value for a run of its own, but clusters share noise: too narrow",
                cautions);
        addIf(
                formula == Formula.DELTA && fit.method() == IntervalMethod.REFITS,
                "reaches beyond a bound of the law; the profile keeps within",
                cautions);
        addIf(
                formula == Formula.DELTA && fit.options().loss().robust(),
                "takes the noise from squares, not from the robust loss: up to a quarter too wide",
                cautions);
        addIf(
                !even && !clustered() && points < runs,
                "misses noise that the seeds of a budget share: 82 of 100 hold the truth where half is shared",
                cautions);
    }

    private void of(Bootstrap bootstrap, List<String> cautions) {
        boolean shares = bootstrap.resampling() == Resampling.POINTS || bootstrap.resampling() == Resampling.CLUSTERS;
        addIf(
                !shares && points < runs && !clustered(),
                "misses noise that the seeds of a budget share: 72 to 80 of 100 hold the truth where half is shared",
                cautions);
        addIf(
                clustered()
                        && !shares
                        && bootstrap.resampling() != Resampling.WILD
                        && bootstrap.resampling() != Resampling.WILD_WEBB,
                "takes every value for a run of its own, but clusters share noise: too narrow",
                cautions);
        switch (bootstrap.resampling()) {
            case CASES ->
                addIf(
                        runs < FEW_RUNS
                                && bootstrap.ends() != Ends.T
                                && !fit.options().loss().robust(),
                        "too narrow with few runs: 92 to 93 of 100 hold the truth",
                        cautions);
            case RESIDUALS_RAW ->
                addIf(
                        runs < FEW_RUNS,
                        "too narrow, for the fit has taken its part from the residuals: 90 of 100 hold the truth, with one seed 74",
                        cautions);
            case RESIDUALS ->
                addIf(
                        runs < FEW_RUNS && bootstrap.ends() != Ends.T,
                        "too narrow with few runs: 92 to 93 of 100 hold the truth, with one seed 85",
                        cautions);
            case POINTS ->
                addIf(
                        points < FEW_POINTS,
                        "cannot be relied on with so few budgets: with five 72 to 76 of 100 hold the truth",
                        cautions);
            case CLUSTERS ->
                addIf(
                        clusters < FEW_CLUSTERS || !clustered(),
                        clustered()
                                ? "cannot be relied on with so few clusters"
                                : "no clusters are named: each run is its own",
                        cautions);
            case WILD ->
                addIf(
                        clusters < SIGNS_ENOUGH,
                        "random signs of so few clusters make few different data; take the weights of Webb",
                        cautions);
            case WILD_WEBB -> {}
            case PARAMETRIC ->
                addIf(
                        !fit.options().loss().equals(Loss.BINOMIAL),
                        "takes the noise to be normal and its size to be known",
                        cautions);
        }
    }

    private static void addIf(boolean condition, String caution, List<String> cautions) {
        if (condition) {
            cautions.add(caution);
        }
    }
}
