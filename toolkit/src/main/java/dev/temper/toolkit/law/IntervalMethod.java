package dev.temper.toolkit.law;

/** How the intervals of a fit were made. */
public enum IntervalMethod {
    /** The delta method with Student's t. */
    DELTA_T,
    /**
     * Percentiles of refits within the bounds to budget means moved by t-distributed noise. Taken when the delta method would reach
     * beyond a bound, where it says nothing.
     */
    REFITS,
    /** None: the data give no measure of noise, and every interval is unbounded. */
    NONE
}
