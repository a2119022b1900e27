package dev.temper.toolkit.law;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * An estimate with an interval around it.
 *
 * @param lower the lower end; negative infinity when the data give none
 * @param estimate the estimate
 * @param upper the upper end; positive infinity when the data give none
 * @param level the share of such intervals that hold the truth, such as 0.95
 */
public record Interval(double lower, double estimate, double upper, double level) {
    /**
     * Checks the order of the ends.
     *
     * @throws IllegalArgumentException when the ends do not enclose the estimate or the level is not between 0 and 1
     */
    public Interval {
        if (!(lower <= estimate && estimate <= upper)) {
            throw new IllegalArgumentException(
                    "estimate must lie between lower and upper, but is " + estimate + " in " + lower + " .. " + upper);
        }
        requireLevel(level);
    }

    /**
     * Encloses an estimate that may lie at or past an end, as it does at a bound.
     *
     * @param lower the lower end
     * @param estimate the estimate
     * @param upper the upper end
     * @param level the share of such intervals that hold the truth
     * @return the interval, widened to hold the estimate
     */
    public static Interval enclosing(double lower, double estimate, double upper, double level) {
        return new Interval(Math.min(lower, estimate), estimate, Math.max(upper, estimate), level);
    }

    /**
     * Takes the middle share of draws.
     *
     * @param estimate the estimate
     * @param draws of what is estimated, in any order
     * @param level the share
     * @return the interval, widened to hold the estimate; unbounded when there are no draws
     */
    public static Interval ofDraws(double estimate, double[] draws, double level) {
        if (draws.length == 0) {
            return unbounded(estimate, level);
        }
        Percentile percentile = new Percentile();
        percentile.setData(draws);
        return enclosing(percentile.evaluate(50 * (1 - level)), estimate, percentile.evaluate(50 * (1 + level)), level);
    }

    /**
     * Says that the data bound an estimate nowhere.
     *
     * @param estimate the estimate
     * @param level the share of such intervals that hold the truth
     * @return the interval over all numbers
     */
    public static Interval unbounded(double estimate, double level) {
        return new Interval(Double.NEGATIVE_INFINITY, estimate, Double.POSITIVE_INFINITY, level);
    }

    /**
     * Returns a level if it is one.
     *
     * @param level a share
     * @return the same number
     * @throws IllegalArgumentException when it is not between 0 and 1
     */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be between 0 and 1, but is " + level);
        }
        return level;
    }

    /**
     * Tells whether both ends are finite.
     *
     * @return false when the data bound the estimate on one side at most
     */
    public boolean bounded() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }

    /**
     * Tells whether a value lies within.
     *
     * @param value any value
     * @return true when it lies between the ends, or on one
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
