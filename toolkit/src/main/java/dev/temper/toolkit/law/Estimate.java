package dev.temper.toolkit.law;

/**
 * One fitted parameter.
 *
 * @param parameter what it is
 * @param standardError its standard error by the delta method; NaN when the data give no measure of noise
 * @param interval its value and its interval
 */
public record Estimate(Parameter parameter, double standardError, Interval interval) {
    /**
     * Gives the fitted value.
     *
     * @return the estimate at the middle of the interval
     */
    public double value() {
        return interval.estimate();
    }
}
