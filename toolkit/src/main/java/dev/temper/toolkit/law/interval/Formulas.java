package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Observations;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.math3.distribution.TDistribution;

/** The ends of intervals that need no random draws, on the scale of their quantity. */
final class Formulas {
    private final Fit fit;
    private final Linear linear;
    private final Function<Groups, JackKnife> knife;

    Formulas(Fit fit, Linear linear, Function<Groups, JackKnife> knife) {
        this.fit = fit;
        this.linear = linear;
        this.knife = knife;
    }

    double[] ends(Quantity quantity, IntervalKind.Formula formula, double level, Set<String> notes) {
        double estimate = quantity.scaled(fit.parameters());
        Groups clusters = Groups.clusters(fit.observations());
        int freedom = clusters.count - fit.parameters().length;
        return switch (formula) {
            case DELTA ->
                around(
                        estimate,
                        linear.error(quantity, linear.even(fit.noise().meanSquare())),
                        fit.degreesOfFreedom(),
                        level);
            case PROFILE -> profile(quantity, level, notes);
            case MEANS -> means(quantity, level);
            case SANDWICH -> around(estimate, linear.error(quantity, linear.sandwich(clusters)), freedom, level);
            case JACKKNIFE -> {
                JackKnife fits = knife.apply(clusters);
                if (fits.failed() > 0) {
                    notes.add(fits.failed() + " of " + fits.left + " fits that leave one out failed");
                }
                yield around(estimate, fits.failed() > 0 ? Double.NaN : fits.error(quantity), freedom, level);
            }
        };
    }

    private double[] profile(Quantity quantity, double level, Set<String> notes) {
        if (fit.degreesOfFreedom() == 0 || !(fit.noise().meanSquare() > 0) || !Profile.possible(fit)) {
            notes.add("a profile needs noise that can be measured, and a loss that is smooth at its least");
            return Intervals.open();
        }
        Profile profile = Profile.of(fit, quantity, linear, level);
        double[] ends = {profile.end(-1), profile.end(1)};
        notes.addAll(profile.notes);
        return ends;
    }

    private double[] means(Quantity quantity, double level) {
        Observations data = fit.observations();
        Groups points = Groups.points(data);
        double[][] rows = new double[points.count][];
        double[] means = new double[points.count];
        double[] weights = new double[points.count];
        boolean logs = fit.options().scale() == ErrorScale.LOG;
        for (int i = 0; i < data.size(); i++) {
            int point = points.of[i];
            rows[point] = data.row(i);
            means[point] += data.weight(i) * (logs ? Math.log(data.value(i)) : data.value(i));
            weights[point] += data.weight(i);
        }
        for (int point = 0; point < means.length; point++) {
            means[point] /= weights[point];
            means[point] = logs ? Math.exp(means[point]) : means[point];
        }
        Fit ofMeans = Fitting.fit(fit.form(), Observations.of(rows, means).weighted(weights), fit.options());
        Linear at = Linear.of(ofMeans);
        return around(
                quantity.scaled(ofMeans.parameters()),
                at.error(quantity, at.even(at.pooled())),
                means.length - fit.parameters().length,
                level);
    }

    static double[] around(double estimate, double error, int freedom, double level) {
        if (freedom <= 0 || Double.isNaN(error)) {
            return Intervals.open();
        }
        double reach = error * new TDistribution(freedom).inverseCumulativeProbability((1 + level) / 2);
        return new double[] {estimate - reach, estimate + reach};
    }
}
