package dev.temper.toolkit.chart;

import java.util.Objects;

/**
 * What a source is judged by: the vertical axis.
 *
 * @param label what the axis shows, with its unit
 * @param better which direction is the better one
 */
public record YAxis(String label, Better better) {

    /** Which end of an axis one wants to be at. */
    public enum Better {
        /** As for a loss. */
        LOWER,
        /** As for a gain or an accuracy. */
        HIGHER
    }

    /** Checks that nothing is null. */
    public YAxis {
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(better, "better is null");
    }

    /**
     * Makes the axis of a loss.
     *
     * @param domain the domain whose held-out text was evaluated
     * @return an axis on which lower is better
     */
    public static YAxis loss(String domain) {
        return new YAxis(domain + " loss (nats per token)", Better.LOWER);
    }

    /**
     * Makes the axis of the gain over the control.
     *
     * @param domain the domain whose held-out text was evaluated
     * @return an axis on which higher is better
     */
    public static YAxis gain(String domain) {
        return new YAxis("gain over the control in " + domain + " loss (nats per token)", Better.HIGHER);
    }
}
