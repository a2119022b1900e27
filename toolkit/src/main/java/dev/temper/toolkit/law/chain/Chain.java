package dev.temper.toolkit.law.chain;

import dev.temper.toolkit.law.Curve;
import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Predicts an accuracy, or another number that follows from the loss, in two steps: a law of the loss in size, tokens or compute, and a
 * law of the accuracy in the loss (Bhagia et al. 2024, arXiv 2412.04403; Gadre et al. 2024, arXiv 2403.08540). The uncertainty of both is
 * carried through. Their errors are taken as independent: the first law's come from one value a run, the second's from how accuracies
 * scatter about their curve.
 */
public final class Chain {
    private static final double STEP = 1e-5;

    private final Fit loss;
    private final Fit accuracy;

    private Chain(Fit loss, Fit accuracy) {
        this.loss = loss;
        this.accuracy = accuracy;
    }

    /**
     * Puts two laws one after the other.
     *
     * @param loss a fitted law of the loss, in any variables
     * @param accuracy a fitted law in one variable, that loss
     * @return the chain
     * @throws IllegalArgumentException when the second law has several variables
     */
    public static Chain of(Fit loss, Fit accuracy) {
        int variables = accuracy.form().variables().size();
        if (variables != 1) {
            throw new IllegalArgumentException(
                    "variables of the " + accuracy.form().name() + " must be 1, the loss, but are " + variables);
        }
        return new Chain(loss, accuracy);
    }

    /**
     * Predicts the accuracy.
     *
     * @param x one number for each variable of the law of the loss
     * @return the value of the second law at that of the first
     */
    public double value(double... x) {
        return accuracy.value(loss.value(x));
    }

    /**
     * Gives the standard error of {@link #value} by the delta method: the slope of the second law times the error of the loss, and the
     * error of the second law itself.
     *
     * @param x one number for each variable of the law of the loss
     * @return in the unit of the accuracy; NaN when either fit has no measure of noise
     */
    public double standardError(double... x) {
        return Math.hypot(fromLoss(x), natural(accuracy, loss.value(x)));
    }

    private double fromLoss(double... x) {
        double at = loss.value(x);
        double step = STEP * at;
        double slope = (accuracy.value(at + step) - accuracy.value(at - step)) / (2 * step);
        return Math.abs(slope) * natural(loss, x);
    }

    /** Standard error in the unit of the value, whatever the scale of the fit. */
    private static double natural(Fit fit, double... x) {
        double error = fit.standardError(x);
        return fit.options().scale() == ErrorScale.LOG ? error * Math.abs(fit.value(x)) : error;
    }

    /**
     * Estimates the accuracy with an interval by the delta method, with Student's t and the degrees of freedom of Welch and
     * Satterthwaite. It is made on log-odds where the value lies between 0 and 1, and so stays there.
     *
     * @param x one number for each variable of the law of the loss
     * @param level such as 0.95
     * @return unbounded when either fit has no measure of noise
     * @throws IllegalArgumentException when level is not between 0 and 1
     */
    public Interval confidence(double[] x, double level) {
        Interval.requireLevel(level);
        double value = value(x);
        if (loss.degreesOfFreedom() == 0 || accuracy.degreesOfFreedom() == 0) {
            return Interval.unbounded(value, level);
        }
        double first = fromLoss(x);
        double second = natural(accuracy, loss.value(x));
        double error = Math.hypot(first, second);
        double freedom = Math.pow(error, 4)
                / (Math.pow(first, 4) / loss.degreesOfFreedom() + Math.pow(second, 4) / accuracy.degreesOfFreedom());
        double reach = error > 0 ? error * new TDistribution(freedom).inverseCumulativeProbability((1 + level) / 2) : 0;
        if (value > 0 && value < 1) {
            double middle = Math.log(value / (1 - value));
            double away = reach / (value * (1 - value));
            return new Interval(share(middle - away), value, share(middle + away), level);
        }
        return new Interval(value - reach, value, value + reach, level);
    }

    private static double share(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    /**
     * Draws from the joint uncertainty of each law: the losses of the first go through the curves of the second.
     *
     * @param x one number for each variable of the law of the loss
     * @param count how many, at least 1
     * @param seed of the random numbers; the same gives the same draws
     * @return accuracies, in the order drawn
     * @throws IllegalStateException when either fit has no measure of noise
     */
    public double[] draws(double[] x, int count, long seed) {
        List<Curve> losses = loss.draws(count, seed);
        List<Curve> accuracies = accuracy.draws(count, ~seed);
        double[] draws = new double[count];
        for (int i = 0; i < count; i++) {
            draws[i] = accuracies.get(i).value(losses.get(i).value(x));
        }
        return draws;
    }

    /**
     * Estimates the accuracy with an interval of percentiles of {@link #draws}, which need not lie evenly about the value.
     *
     * @param x one number for each variable of the law of the loss
     * @param level such as 0.95
     * @param count how many draws, at least 1
     * @param seed of the random numbers
     * @return the interval, which holds its estimate
     * @throws IllegalArgumentException when level is not between 0 and 1
     * @throws IllegalStateException when either fit has no measure of noise
     */
    public Interval drawn(double[] x, double level, int count, long seed) {
        Interval.requireLevel(level);
        return Interval.ofDraws(value(x), draws(x, count, seed), level);
    }
}
