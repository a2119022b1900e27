package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Values to shares of an axis, evenly.
 *
 * @param min the value at the start
 * @param max the value at the end
 */
record LinearScale(double min, double max) {

    double share(double value) {
        return (value - min) / (max - min);
    }

    /** Returns ticks at steps of 1, 2 or 5 times a power of ten, at most {@code wanted} of them or so. */
    List<Tick> ticks(int wanted) {
        double rough = (max - min) / wanted;
        int exponent = (int) Math.floor(Math.log10(rough));
        double significand = rough / Math.pow(10, exponent);
        double step =
                (significand < 1.5 ? 1 : significand < 3.5 ? 2 : significand < 7.5 ? 5 : 10) * Math.pow(10, exponent);
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (double k = Math.ceil(min / step - 1e-9); k * step <= max + step * 1e-9; k++) {
            ticks.add(new Tick(k * step, Numbers.decimals(k * step, decimals)));
        }
        return ticks;
    }
}
