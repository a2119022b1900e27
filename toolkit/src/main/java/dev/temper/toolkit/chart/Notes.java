package dev.temper.toolkit.chart;

import java.util.Objects;

/**
 * What a reader must know of the numbers to trust a chart. Each may be empty.
 *
 * @param errorBars what the error bars are, such as "95 % interval of the mean"
 * @param band what the band around a curve is, such as "95 % confidence band"
 * @param caption one more sentence below the chart
 */
public record Notes(String errorBars, String band, String caption) {

    /** Checks that nothing is null. */
    public Notes {
        Objects.requireNonNull(errorBars, "errorBars is null");
        Objects.requireNonNull(band, "band is null");
        Objects.requireNonNull(caption, "caption is null");
    }

    /**
     * Makes notes that say nothing.
     *
     * @return three empty texts
     */
    public static Notes none() {
        return new Notes("", "", "");
    }
}
