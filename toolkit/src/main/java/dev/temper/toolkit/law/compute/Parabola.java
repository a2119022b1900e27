package dev.temper.toolkit.law.compute;

import dev.temper.toolkit.law.Interval;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * The runs of one compute, and the lowest point of the parabola through their losses in the log of the size.
 *
 * @param compute in FLOP, the geometric mean of the runs'
 * @param smallest model, in parameters
 * @param largest model, in parameters
 * @param runs how many
 * @param vertex the best size, in parameters, with a 95 % interval that is unbounded where three runs leave no noise to see; empty where
 *     the parabola has no lowest point among the sizes
 * @param warning what to know of it
 */
public record Parabola(
        double compute,
        double smallest,
        double largest,
        int runs,
        Optional<Interval> vertex,
        Optional<String> warning) {
    private static final int LEAST_SIZES = 3;
    private static final double LEVEL = 0.95;
    private static final double OFF_CENTRE = 0.3;
    private static final double WIDE = 100;

    static Parabola through(double[] compute, double[] parameters, double[] losses) {
        double[] logs = Line.logs(parameters);
        double smallest = Arrays.stream(logs).min().orElseThrow();
        double largest = Arrays.stream(logs).max().orElseThrow();
        double at = Math.exp(Arrays.stream(Line.logs(compute)).average().orElseThrow());
        Parabola none = new Parabola(
                at, Math.exp(smallest), Math.exp(largest), logs.length, Optional.empty(), Optional.empty());
        long sizes = Arrays.stream(logs).distinct().count();
        if (sizes < LEAST_SIZES) {
            return none.warned("sizes must be at least 3 for a parabola, but are " + sizes);
        }
        double middle = (smallest + largest) / 2;
        double half = (largest - smallest) / 2;
        double[][] rows = Arrays.stream(logs)
                .map(log -> (log - middle) / half)
                .mapToObj(u -> new double[] {u, u * u})
                .toArray(double[][]::new);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        if (logs.length == LEAST_SIZES) {
            return none.withVertex(exact(rows, losses), Double.NaN, 0);
        }
        regression.newSampleData(losses, rows);
        double[] fitted = regression.estimateRegressionParameters();
        double[][] covariance = regression.estimateRegressionParametersVariance();
        double slope = fitted[1];
        double bend = fitted[2];
        double variance = regression.estimateErrorVariance();
        double inSlope = -1 / (2 * bend);
        double inBend = slope / (2 * bend * bend);
        double error = Math.sqrt(variance
                * (inSlope * inSlope * covariance[1][1]
                        + 2 * inSlope * inBend * covariance[1][2]
                        + inBend * inBend * covariance[2][2]));
        return none.withVertex(fitted, error, logs.length - LEAST_SIZES);
    }

    /** Through three points, by Newton's differences. */
    private static double[] exact(double[][] rows, double[] losses) {
        double first = (losses[1] - losses[0]) / (rows[1][0] - rows[0][0]);
        double second = (losses[2] - losses[1]) / (rows[2][0] - rows[1][0]);
        double bend = (second - first) / (rows[2][0] - rows[0][0]);
        return new double[] {Double.NaN, first - bend * (rows[0][0] + rows[1][0]), bend};
    }

    /** Takes value, slope and bend at the middle of the sizes, in units of half their width. */
    private Parabola withVertex(double[] fitted, double error, int degreesOfFreedom) {
        double place = -fitted[1] / (2 * fitted[2]);
        if (!(fitted[2] > 0 && Math.abs(place) < 1)) {
            return warned("the loss has no lowest point among the sizes; add " + (fitted[1] < 0 ? "larger" : "smaller")
                    + " ones");
        }
        double middle = Math.log(smallest * largest) / 2;
        double half = Math.log(largest / smallest) / 2;
        Interval log = Line.around(middle + half * place, half * error, degreesOfFreedom, LEVEL);
        Parabola found = new Parabola(
                compute,
                smallest,
                largest,
                runs,
                Optional.of(
                        new Interval(Math.exp(log.lower()), Math.exp(log.estimate()), Math.exp(log.upper()), LEVEL)),
                warning);
        if (Math.abs(place) > OFF_CENTRE) {
            return found.warned(
                    "the grid of sizes is off centre: its best size lies %.0f %% of the half width %s the middle, which moves it"
                            .formatted(100 * Math.abs(place), place > 0 ? "above" : "below"));
        }
        return largest > WIDE * smallest
                ? found.warned("the sizes span a factor of %.0f, over which the loss is no parabola"
                        .formatted(largest / smallest))
                : found;
    }

    private Parabola warned(String words) {
        return new Parabola(
                compute, smallest, largest, runs, vertex, Optional.of("at %.3g FLOP ".formatted(compute) + words));
    }
}
