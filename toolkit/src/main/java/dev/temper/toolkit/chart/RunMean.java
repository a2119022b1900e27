package dev.temper.toolkit.chart;

import java.util.Objects;

/**
 * The runs of one source at one budget, over their seeds.
 *
 * @param x where on the horizontal axis
 * @param mean the mean; a run that has none (not a number, or infinite) is counted but not drawn
 * @param halfWidth half the length of the error bar; not a number where there is none, as with one run
 * @param n how many runs
 * @param role what the runs are used for
 */
public record RunMean(double x, double mean, double halfWidth, int n, Role role) {

    /** What runs are used for. */
    public enum Role {
        /** The budget that micro-annealing would judge by; it is used by the fit too. */
        POINT_ESTIMATE,
        /** Measured, and used by the fit where there is one. */
        MEASURED,
        /** Measured, but kept from the fit so as to judge it. */
        HELD_BACK
    }

    /** Checks that nothing is null. */
    public RunMean {
        Objects.requireNonNull(role, "role is null");
    }

    CurvePoint point() {
        return CurvePoint.bare(x, mean);
    }

    boolean drawable() {
        return Double.isFinite(mean);
    }
}
