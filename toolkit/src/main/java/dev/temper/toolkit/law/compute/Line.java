package dev.temper.toolkit.law.compute;

import dev.temper.toolkit.law.Interval;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** A straight line by least squares. */
final class Line {
    private final SimpleRegression regression;

    private Line(SimpleRegression regression) {
        this.regression = regression;
    }

    static Line through(double[] x, double[] y) {
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            regression.addData(x[i], y[i]);
        }
        return new Line(regression);
    }

    double slope() {
        return regression.getSlope();
    }

    double intercept() {
        return regression.getIntercept();
    }

    /** By Student's t; unbounded with two points. */
    Interval slope(double level) {
        int df = Math.toIntExact(regression.getN()) - 2;
        return around(slope(), df > 0 ? regression.getSlopeStdErr() : Double.NaN, df, level);
    }

    static Interval around(double estimate, double standardError, int degreesOfFreedom, double level) {
        if (!(degreesOfFreedom > 0) || Double.isNaN(standardError)) {
            return Interval.unbounded(estimate, level);
        }
        double reach =
                standardError * new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2);
        return new Interval(estimate - reach, estimate, estimate + reach, level);
    }

    static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }
}
