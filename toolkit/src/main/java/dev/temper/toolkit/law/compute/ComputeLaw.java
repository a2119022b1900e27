package dev.temper.toolkit.law.compute;

import dev.temper.toolkit.law.Interval;

/**
 * The size that is best for some compute as a power of it, {@code N = k·C^a}. The tokens follow: {@code D = C/(6·N)}.
 *
 * @param coefficient k, in parameters at one FLOP
 * @param exponent a, without a unit
 */
public record ComputeLaw(double coefficient, Interval exponent) {
    /**
     * Gives the best size.
     *
     * @param compute in FLOP, positive
     * @return parameters
     * @throws IllegalArgumentException when the compute is not positive and finite
     */
    public double parameters(double compute) {
        return coefficient * Math.pow(Flop.require(compute), exponent.estimate());
    }

    /**
     * Gives the tokens of a model of the best size.
     *
     * @param compute in FLOP, positive
     * @return tokens
     * @throws IllegalArgumentException when the compute is not positive and finite
     */
    public double tokens(double compute) {
        return Flop.tokens(compute, parameters(compute));
    }
}
