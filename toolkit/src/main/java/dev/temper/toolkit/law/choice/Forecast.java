package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A run beside what a law said of it that had not seen it.
 *
 * @param x the variables of the run
 * @param actual what was measured
 * @param predicted what the law said, with the interval of one run
 * @param unit what errors are relative to: the size of the measured value, or where values of the data are zero or negative the mean
 *     size of all
 */
public record Forecast(List<Double> x, double actual, Interval predicted, double unit) {
    /** Copies the variables. */
    public Forecast {
        x = List.copyOf(x);
    }

    static List<Forecast> of(Fit fit, Observations unseen, Observations all, double level) {
        double[] values = IntStream.range(0, all.size()).mapToDouble(all::value).toArray();
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        double meanSize = Arrays.stream(values).map(Math::abs).average().orElse(Double.NaN);
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < unseen.size(); i++) {
            double[] row = unseen.row(i);
            forecasts.add(new Forecast(
                    Arrays.stream(row).boxed().toList(),
                    unseen.value(i),
                    fit.prediction(row, level),
                    positive ? unseen.value(i) : meanSize));
        }
        return forecasts;
    }

    /**
     * Gives the relative error with its sign.
     *
     * @return positive when the law said too much
     */
    public double relativeError() {
        return (predicted.estimate() - actual) / unit;
    }

    /**
     * Tells whether the interval held.
     *
     * @return true when the measured value lies within it
     */
    public boolean covered() {
        return predicted.contains(actual);
    }
}
