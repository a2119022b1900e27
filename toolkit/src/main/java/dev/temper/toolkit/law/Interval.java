package dev.temper.toolkit.law;

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

    static double requireLevel(double level) {
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
