package dev.temper.toolkit.magic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written for people. */
final class Shown {
    private Shown() {}

    /** 20480 as 20.5k, 1310720 as 1.31M. */
    static String tokens(long tokens) {
        return scaled((double) tokens);
    }

    /** 2.35e11 as 235G. */
    static String flop(double flop) {
        return scaled(flop);
    }

    static String dollars(BigDecimal amount) {
        return amount.signum() == 0 ? "$0" : "$" + scaled(amount.doubleValue());
    }

    static String loss(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String epochs(double epochs) {
        return epochs == 0 ? "–" : plain(epochs);
    }

    /** Five significant digits; powers of ten only for the very large and the very small. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return String.valueOf((long) value);
        }
        double size = Math.abs(value);
        return size >= 1e7 || size < 1e-4
                ? String.format(Locale.ROOT, "%.4e", value)
                : new BigDecimal(value).round(new MathContext(5)).toPlainString();
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    private static String scaled(double value) {
        String[] suffixes = {"", "k", "M", "G", "T", "P", "E"};
        int power = 0;
        double rest = value;
        while (Math.abs(rest) >= 999.5 && power < suffixes.length - 1) {
            rest /= 1000;
            power++;
        }
        return plain(rest) + suffixes[power];
    }

    private static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
