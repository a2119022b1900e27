package dev.temper.toolkit.law.interval;

/**
 * What became of the draws behind an interval.
 *
 * @param asked how many were asked for; 0 for a formula
 * @param used how many were fitted, and stand behind the interval
 * @param failed how many could not be fitted, or did not converge
 * @param atBounds how many of those used ended at a bound of the form
 */
public record DrawCounts(int asked, int used, int failed, int atBounds) {
    static final DrawCounts NONE = new DrawCounts(0, 0, 0, 0);
}
