package dev.temper.toolkit.law.interval;

/** How the ends of an interval are read off the draws of a bootstrap. */
public enum Ends {
    /** The percentiles of the draws. */
    PERCENTILE("percentile"),
    /** Percentiles corrected for bias and for a spread that changes with the value, by the jack-knife (Efron 1987). */
    BCA("bca"),
    /** The percentiles of the draws' distances from the estimate in their own standard errors, times that of the estimate. */
    T("t");

    private final String key;

    Ends(String key) {
        this.key = key;
    }

    /**
     * Names the way in options.
     *
     * @return a lower-case word
     */
    public String key() {
        return key;
    }
}
