package dev.temper.toolkit.data;

/**
 * How each batch of an anneal is filled: a weight for the source under study, the rest for general text.
 *
 * @param sourceWeight share of the tokens that come from the source, above 0 and below or equal to 1
 */
public record Mixture(double sourceWeight) {
    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if the weight is not above 0 and at most 1
     */
    public Mixture {
        if (!(sourceWeight > 0 && sourceWeight <= 1)) {
            throw new IllegalArgumentException(
                    "mixture weight of the source must be above 0 and at most 1, but is " + sourceWeight);
        }
    }

    /**
     * Tells how many tokens of an anneal come from the source.
     *
     * @param tokenBudget tokens of the anneal
     * @return tokens, rounded to the nearest
     */
    public long sourceTokens(long tokenBudget) {
        return Math.round(sourceWeight * tokenBudget);
    }
}
