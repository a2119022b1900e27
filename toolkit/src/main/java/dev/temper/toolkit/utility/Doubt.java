package dev.temper.toolkit.utility;

/** Why a decision cannot be made. */
public enum Doubt {
    /** There is no control to measure gains against. */
    NO_CONTROL,
    /** A source has fewer budgets than a curve needs. */
    TOO_FEW_BUDGETS,
    /** A source was run with one seed, so its noise is unknown. */
    ONE_SEED,
    /** The target lies too far beyond the data. */
    EXTRAPOLATION_TOO_FAR,
    /** The loss of a source turned upward within the data. */
    TURNED,
    /** Beyond the data a source would be repeated too often for its curve to be trusted. */
    REPETITION,
    /** The data do not tell where a curve levels off. */
    FLOOR_NOT_IDENTIFIED,
    /** The curves are too close for the data to part them. */
    INTERVALS_OVERLAP
}
