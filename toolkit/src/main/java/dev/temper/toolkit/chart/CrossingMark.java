package dev.temper.toolkit.chart;

import java.util.Objects;

/**
 * Where the order of two sources changes.
 *
 * @param x the crossing
 * @param low the lower end of its interval; not a number where there is none
 * @param high the upper end of its interval; infinite where nothing bounds it
 * @param label what happens there, such as "web overtakes curated"; the place is added to it
 */
public record CrossingMark(double x, double low, double high, String label) {

    /** Checks that nothing is null. */
    public CrossingMark {
        Objects.requireNonNull(label, "label is null");
    }

    boolean bounded() {
        return low < high;
    }

    String text(HorizontalAxis axis) {
        String place = label + " at " + axis.format(x);
        if (!bounded()) {
            return place;
        }
        String from = axis.format(Math.max(low, 0));
        return place
                + (Double.isInfinite(high) ? " (" + from + " or more)" : " (" + from + "–" + axis.format(high) + ")");
    }
}
