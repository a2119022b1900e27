package dev.temper.toolkit.utility;

import dev.temper.toolkit.law.Interval;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Intervals from draws. */
final class Quantiles {
    private Quantiles() {}

    /** The middle share of the draws, widened to hold the estimate, which at a bound may lie at or past their end. */
    static Interval around(double estimate, double[] drawn, double level) {
        Percentile percentile = new Percentile();
        percentile.setData(drawn);
        double lower = percentile.evaluate(50 * (1 - level));
        double upper = percentile.evaluate(50 * (1 + level));
        return new Interval(Math.min(lower, estimate), estimate, Math.max(upper, estimate), level);
    }
}
