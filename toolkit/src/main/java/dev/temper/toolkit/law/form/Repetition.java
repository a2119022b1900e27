package dev.temper.toolkit.law.form;

/**
 * What repeating is worth (Muennighoff et al. 2023, arXiv 2305.16264): of x, seen in passes over u that is new, each further pass is worth
 * less by a share, so that no number of passes is worth more than {@code u·(1 + R)}. Where x is no more than u nothing is repeated.
 */
final class Repetition {
    private Repetition() {}

    /** Whether every one of x counts in full: none comes again, or coming again loses nothing. */
    private static boolean inFull(double x, double u, double r) {
        return u >= x || Double.isInfinite(r);
    }

    private static double passes(double x, double u, double r) {
        return (x / u - 1) / r;
    }

    /** What x is worth: {@code u·(1 + R·(1 - exp(-(x/u - 1)/R)))}. */
    static double effective(double x, double u, double r) {
        return inFull(x, u, r) ? x : u * (1 - r * Math.expm1(-passes(x, u, r)));
    }

    /** Derivative of {@link #effective} in R. */
    static double slopeInR(double x, double u, double r) {
        if (inFull(x, u, r)) {
            return 0;
        }
        double t = passes(x, u, r);
        return u * (-Math.expm1(-t) - t * Math.exp(-t));
    }

    /** Derivative of {@link #effective} in u. */
    static double slopeInU(double x, double u, double r) {
        if (inFull(x, u, r)) {
            return 0;
        }
        double t = passes(x, u, r);
        return 1 - r * Math.expm1(-t) - Math.exp(-t) * x / u;
    }
}
