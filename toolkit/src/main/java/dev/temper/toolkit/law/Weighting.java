package dev.temper.toolkit.law;

/** What each value counts for in a fit. */
public enum Weighting {
    /** The weights that the observations have. */
    GIVEN,
    /**
     * Those weights over the variance of the seeds at the same place. A variance of two or three seeds is itself mostly noise: it is
     * shrunk towards a trend in the value, as far as the scatter of all variances asks for.
     */
    SEEDS
}
