package dev.temper.toolkit.chart;

/** What stands on a horizontal axis, which is always logarithmic. */
public interface HorizontalAxis {
    /**
     * Returns the axis title.
     *
     * @return what the axis shows, with its unit
     */
    String label();

    /**
     * Writes a value of this axis in two or three digits.
     *
     * @param value a finite value that is not negative
     * @return such as {@code 164k}
     */
    String format(double value);
}
