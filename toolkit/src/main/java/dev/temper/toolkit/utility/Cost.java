package dev.temper.toolkit.utility;

import java.math.BigDecimal;

/**
 * What an anneal on a source costs, in US dollars.
 *
 * @param acquisition for getting the tokens
 * @param training for training on them
 */
public record Cost(BigDecimal acquisition, BigDecimal training) {
    /**
     * Checks the signs.
     *
     * @throws IllegalArgumentException when a part is negative
     */
    public Cost {
        if (acquisition.signum() < 0) {
            throw new IllegalArgumentException("acquisition must be at least 0, but is " + acquisition);
        }
        if (training.signum() < 0) {
            throw new IllegalArgumentException("training must be at least 0, but is " + training);
        }
    }

    /**
     * Adds both parts.
     *
     * @return US dollars
     */
    public BigDecimal total() {
        return acquisition.add(training);
    }
}
