package dev.temper.toolkit.chart;

/**
 * One point of a fitted curve with its interval.
 *
 * @param x where on the horizontal axis
 * @param estimate the fitted value; not a number leaves a gap
 * @param low the lower end of the interval; not a number where there is none
 * @param high the upper end of the interval; not a number where there is none
 */
public record CurvePoint(double x, double estimate, double low, double high) {

    /** Makes a point without an interval. */
    static CurvePoint bare(double x, double estimate) {
        return new CurvePoint(x, estimate, Double.NaN, Double.NaN);
    }

    boolean drawable() {
        return Double.isFinite(estimate);
    }

    boolean bounded() {
        return low <= high;
    }

    CurvePoint gap() {
        return bare(x, Double.NaN);
    }

    /** Returns the point at {@code at} on the straight line, in log x, from this one to the next. */
    CurvePoint towards(CurvePoint next, double at) {
        double share = Math.log(at / x) / Math.log(next.x / x);
        return new CurvePoint(
                at,
                estimate + share * (next.estimate - estimate),
                low + share * (next.low - low),
                high + share * (next.high - high));
    }
}
