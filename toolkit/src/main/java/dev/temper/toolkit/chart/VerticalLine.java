package dev.temper.toolkit.chart;

import java.util.Objects;

/**
 * A place on the horizontal axis to look at, such as the target budget.
 *
 * @param x where
 * @param label what is there, such as "target"; the place is added to it
 */
public record VerticalLine(double x, String label) {

    /** Checks that nothing is null. */
    public VerticalLine {
        Objects.requireNonNull(label, "label is null");
    }
}
