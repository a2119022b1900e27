package dev.temper.toolkit.law.compute;

/** Training takes six operations for each parameter and token. */
final class Flop {
    private static final double FOR_A_PARAMETER_AND_TOKEN = 6;

    private Flop() {}

    static double require(double compute) {
        if (!(compute > 0 && Double.isFinite(compute))) {
            throw new IllegalArgumentException("compute must be positive and finite, but is " + compute);
        }
        return compute;
    }

    /** Parameters times tokens. */
    static double product(double compute) {
        return compute / FOR_A_PARAMETER_AND_TOKEN;
    }

    static double tokens(double compute, double parameters) {
        return product(compute) / parameters;
    }
}
