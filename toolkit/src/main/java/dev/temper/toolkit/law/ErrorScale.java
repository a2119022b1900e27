package dev.temper.toolkit.law;

/** The scale on which a law is compared with the data. */
public enum ErrorScale {
    /** Differences of natural logarithms, for losses: values are positive and noise is relative. */
    LOG,
    /** Plain differences, for gains: values may be zero or negative. */
    NATURAL;

    double of(double value) {
        return this == LOG ? Math.log(value) : value;
    }

    double back(double scaled) {
        return this == LOG ? Math.exp(scaled) : scaled;
    }

    /** Derivative of the scaled value in the value. */
    double slope(double value) {
        return this == LOG ? 1 / value : 1;
    }
}
