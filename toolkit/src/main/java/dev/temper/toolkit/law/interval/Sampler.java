package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;

/** Makes other data out of the data of a fit. */
final class Sampler {
    private static final double LEAST_FREEDOM = 1e-8;

    private final Resampling resampling;
    private final ErrorScale scale;
    private final boolean accuracies;
    private final double[] values;
    private final double[] weights;
    private final double[] fitted;
    /** What is drawn, or given a random weight: residuals on the scale of the fit. */
    private final double[] residuals;

    private final double[] roots;
    private final double sigma;
    /** What is drawn together. */
    final Groups groups;

    /** The data of one draw: values, and how often each counts. */
    @SuppressWarnings("ArrayRecordComponent") // on its way from a draw to a fit, compared by nobody
    record Sample(double[] values, double[] counts) {}

    Sampler(Fit fit, Resampling resampling) {
        Observations data = fit.observations();
        int runs = data.size();
        this.resampling = resampling;
        this.scale = fit.options().scale();
        this.accuracies = fit.options().loss().equals(Loss.BINOMIAL);
        this.fitted = fit.fitted();
        this.values = new double[runs];
        this.weights = new double[runs];
        Arrays.setAll(values, data::value);
        Arrays.setAll(weights, data::weight);
        this.roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        this.sigma = Math.sqrt(fit.noise().meanSquare());
        this.residuals = residuals(fit, runs);
        this.groups = switch (resampling) {
            case CLUSTERS, WILD, WILD_WEBB -> Groups.clusters(data);
            case POINTS -> Groups.points(data);
            case CASES, RESIDUALS, RESIDUALS_RAW, PARAMETRIC -> Groups.runs(data);
        };
    }

    private double[] residuals(Fit fit, int runs) {
        double[] left = fit.residuals();
        if (resampling == Resampling.WILD || resampling == Resampling.WILD_WEBB) {
            double[] leverages = fit.leverages();
            Arrays.setAll(left, i -> left[i] / Math.max(1 - leverages[i], LEAST_FREEDOM));
            return left;
        }
        int parameters = fit.parameters().length;
        double widened = resampling == Resampling.RESIDUALS && runs > parameters
                ? Math.sqrt(runs / (double) (runs - parameters))
                : 1;
        Arrays.setAll(left, i -> left[i] * roots[i] * widened);
        double mean = Arrays.stream(left).average().orElseThrow();
        Arrays.setAll(left, i -> left[i] - mean);
        return left;
    }

    Sample draw(Dice dice) {
        return switch (resampling) {
            case CASES, CLUSTERS, POINTS -> new Sample(values, counts(dice));
            case RESIDUALS, RESIDUALS_RAW -> moved(i -> residuals[dice.below(residuals.length)] / roots[i]);
            case WILD -> wild(dice, false);
            case WILD_WEBB -> wild(dice, true);
            case PARAMETRIC -> accuracies ? answered(dice) : moved(i -> sigma * dice.normal() / roots[i]);
        };
    }

    private Sample wild(Dice dice, boolean webb) {
        double[] turns = new double[groups.count];
        Arrays.setAll(turns, g -> webb ? dice.webb() : dice.sign());
        return moved(i -> turns[groups.of[i]] * residuals[i]);
    }

    private Sample moved(java.util.function.IntToDoubleFunction noise) {
        double[] drawn = new double[fitted.length];
        for (int i = 0; i < drawn.length; i++) {
            double by = noise.applyAsDouble(i);
            drawn[i] = scale == ErrorScale.LOG ? fitted[i] * Math.exp(by) : fitted[i] + by;
        }
        return new Sample(drawn, once());
    }

    private Sample answered(Dice dice) {
        double[] drawn = new double[fitted.length];
        for (int i = 0; i < drawn.length; i++) {
            int items = (int) Math.round(weights[i]);
            drawn[i] = dice.binomial(items, fitted[i]) / (double) Math.max(items, 1);
        }
        return new Sample(drawn, once());
    }

    private double[] once() {
        double[] once = new double[values.length];
        Arrays.fill(once, 1);
        return once;
    }

    private double[] counts(Dice dice) {
        double[] times = new double[groups.count];
        for (int g = 0; g < groups.count; g++) {
            times[dice.below(groups.count)]++;
        }
        double[] counts = new double[values.length];
        Arrays.setAll(counts, i -> times[groups.of[i]]);
        return counts;
    }

    double[] weighted(double[] counts) {
        double[] weighted = new double[counts.length];
        Arrays.setAll(weighted, i -> counts[i] * weights[i]);
        return weighted;
    }
}
