package dev.temper.toolkit.magic.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers with as many digits as they deserve. */
final class Digits {
    private static final int LARGE = 6;
    private static final int SMALL = -4;

    private Digits() {}

    /** 1.603(4): the standard error in units of the last digits; two of them where it begins with 1. */
    static String withError(double value, double error) {
        if (!(error > 0) || Double.isInfinite(error) || !Double.isFinite(value)) {
            return plain(value);
        }
        int order = Math.max(order(value), order(error));
        if (order >= LARGE || order < SMALL) {
            double unit = Math.pow(10, order);
            return withError(value / unit, error / unit) + "e" + order;
        }
        int decimals = decimals(error);
        BigDecimal last = new BigDecimal(error).setScale(decimals, RoundingMode.HALF_UP);
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString() + "("
                + last.unscaledValue() + ")";
    }

    /** 1.594..1.612, to two digits of its width. */
    static String range(double lower, double upper) {
        if (!Double.isFinite(lower) && !Double.isFinite(upper)) {
            return "unbounded";
        }
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || !(upper > lower)) {
            return end(lower) + ".." + end(upper);
        }
        int order = Math.max(order(lower), order(upper));
        if (order >= LARGE || order < SMALL) {
            return plain(lower) + ".." + plain(upper);
        }
        int decimals = Math.max(0, 1 - order(upper - lower));
        return rounded(lower, decimals) + ".." + rounded(upper, decimals);
    }

    private static String end(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "−∞" : "∞") : plain(value);
    }

    private static String rounded(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
    }

    /** Four digits. */
    static String plain(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value == 0 ? "0" : end(value);
        }
        int order = order(value);
        if (order >= LARGE || order < SMALL) {
            return String.format(Locale.ROOT, "%.3e", value).replaceFirst("e\\+?(-?)0*", "e$1");
        }
        return new BigDecimal(value)
                .round(new MathContext(Math.max(4, order + 1)))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        double percent = 100 * share;
        return String.format(Locale.ROOT, Math.abs(percent) < 9.95 ? "%.2f %%" : "%.1f %%", percent);
    }

    private static int decimals(double error) {
        int order = order(error);
        return Math.max(0, (error / Math.pow(10, order) < 1.95 ? 1 : 0) - order);
    }

    private static int order(double value) {
        return value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    }
}
