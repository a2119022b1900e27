package dev.temper.toolkit.chart;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * A law beside what it was fitted to.
 *
 * @param name what it is the law of, such as a data source
 * @param fit the law
 * @param band the interval of a law in one variable at a number of it
 */
public record FittedSeries(String name, Fit fit, DoubleFunction<Interval> band) {
    /** Checks that nothing is null. */
    public FittedSeries {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(fit, "fit is null");
        Objects.requireNonNull(band, "band is null");
    }
}
