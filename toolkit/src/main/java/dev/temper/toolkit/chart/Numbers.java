package dev.temper.toolkit.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as short text, the same in every locale. */
final class Numbers {

    private static final String[] UNITS = {"", "k", "M", "B", "T"};

    private Numbers() {}

    /** Writes 20480 as 20k, 163840 as 164k and 1310720 as 1.3M. */
    static String metric(double value) {
        if (Math.abs(value) < 1) {
            return significant(value, 2);
        }
        double scaled = value;
        for (String unit : UNITS) {
            BigDecimal rounded = round(scaled, Math.abs(scaled) < 99.5 ? 2 : 3);
            if (rounded.abs().compareTo(BigDecimal.valueOf(1000)) < 0) {
                return plain(rounded) + unit;
            }
            scaled /= 1000;
        }
        return significant(scaled * 1000, 3) + UNITS[UNITS.length - 1];
    }

    static String significant(double value, int digits) {
        return plain(round(value, digits));
    }

    static String decimals(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return minus(rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString());
    }

    /** Writes a place in a picture: at most two decimals, and a minus that machines read. */
    static String coordinate(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String plain(BigDecimal value) {
        return minus(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private static BigDecimal round(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
