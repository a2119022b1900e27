package dev.temper.toolkit.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Values to shares of an axis, by their logarithm.
 *
 * @param min the value at the start
 * @param max the value at the end
 */
record LogScale(double min, double max) {

    private static final double MARGIN = 0.045;

    /** Makes a scale with room at both ends, so that no mark is cut. */
    static LogScale around(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return new LogScale(1, 10);
        }
        double from = Math.log10(sorted[0]);
        double to = Math.log10(sorted[sorted.length - 1]);
        double margin = to - from < 1e-6 ? Math.log10(2) : (to - from) * MARGIN;
        return new LogScale(Math.pow(10, from - margin), Math.pow(10, to + margin));
    }

    boolean holds(double value) {
        return min <= value && value <= max;
    }

    double share(double value) {
        return Math.log(value / min) / Math.log(max / min);
    }

    /** Returns the multiples of powers of ten that lie on the scale. */
    List<Double> multiples(int everyDecade, double... significands) {
        int first = (int) Math.floor(Math.log10(min));
        int last = (int) Math.ceil(Math.log10(max));
        return IntStream.rangeClosed(first, last)
                .filter(exponent -> Math.floorMod(exponent, everyDecade) == 0)
                .boxed()
                .flatMap(exponent -> Arrays.stream(significands)
                        .mapToObj(significand -> Double.valueOf(significand + "e" + exponent)))
                .filter(this::holds)
                .toList();
    }

    /** Returns all that lies on lines of logarithmic paper, or the decades alone where that is too much. */
    List<Double> fine() {
        return Math.log10(max / min) > 6 ? multiples(1, 1) : multiples(1, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
