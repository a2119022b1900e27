package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One data source: what was measured and what was fitted.
 *
 * @param name the name of the source
 * @param runs the means over runs; kept in order of x
 * @param curve the fitted curve, empty where nothing was fitted; kept in order of x
 * @param fittedUpTo the largest x of the fitted runs: beyond it the curve is drawn as extrapolated.
 *     Without meaning where there is no curve
 */
public record SourceSeries(String name, List<RunMean> runs, List<CurvePoint> curve, double fittedUpTo) {

    /** Copies and orders the points. */
    public SourceSeries {
        Objects.requireNonNull(name, "name is null");
        runs = runs.stream().sorted(Comparator.comparingDouble(RunMean::x)).toList();
        curve = curve.stream().sorted(Comparator.comparingDouble(CurvePoint::x)).toList();
    }

    /**
     * Makes the series of a source that was measured but not fitted.
     *
     * @param name the name of the source
     * @param runs the means over runs
     * @return a series without a curve
     */
    public static SourceSeries unfitted(String name, List<RunMean> runs) {
        return new SourceSeries(name, runs, List.of(), Double.NaN);
    }

    List<RunMean> drawableRuns() {
        return runs.stream().filter(RunMean::drawable).toList();
    }

    /** Returns the curve between two x, with points of its own at both ends where it reaches them. */
    List<CurvePoint> curveWithin(double from, double to) {
        List<CurvePoint> part = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            CurvePoint point = curve.get(i);
            if (i > 0) {
                CurvePoint previous = curve.get(i - 1);
                for (double end : new double[] {from, to}) {
                    if (previous.x() < end && end < point.x()) {
                        part.add(previous.towards(point, end));
                    }
                }
            }
            if (from <= point.x() && point.x() <= to) {
                part.add(point);
            }
        }
        return part;
    }

    Optional<CurvePoint> curveAt(double x) {
        return curveWithin(x, x).stream().filter(CurvePoint::drawable).findFirst();
    }
}
