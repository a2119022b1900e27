package dev.temper.kernel.builtin.time;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes durations with three digits and the unit that fits. */
final class Durations {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final double STEP = 1000;
    private static final double MINUTE_NANOS = 60e9;

    private Durations() {}

    static String text(long nanos) {
        return text((double) nanos);
    }

    /**
     * @param nanos a duration in nanoseconds, at least 0
     */
    static String text(double nanos) {
        if (nanos >= MINUTE_NANOS) {
            long seconds = Math.round(nanos / 1e9);
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        double value = rounded(nanos);
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value = rounded(value / STEP);
            unit++;
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString() + " " + UNITS[unit];
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
