package dev.temper.toolkit.chart;

import java.util.Objects;

/**
 * An axis of whatever a table holds.
 *
 * @param label what it shows, with its unit where that is known
 */
public record NamedAxis(String label) implements HorizontalAxis {
    private static final double MOST = 1e15;

    /** Checks that nothing is null. */
    public NamedAxis {
        Objects.requireNonNull(label, "label is null");
    }

    @Override
    public String format(double value) {
        return value < MOST ? Numbers.metric(value) : XAxis.FLOP.format(value);
    }
}
