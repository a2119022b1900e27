package dev.temper.toolkit.data;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What training costs: US dollars per petaFLOP (10^15 floating-point operations).
 *
 * @param dollarsPerPetaflop US dollars per 10^15 operations, zero or more
 */
public record ComputePrice(BigDecimal dollarsPerPetaflop) {
    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if the price is negative
     */
    public ComputePrice {
        if (dollarsPerPetaflop.signum() < 0) {
            throw new IllegalArgumentException("training price must be zero or more, but is " + dollarsPerPetaflop);
        }
    }

    /**
     * Prices an amount of computing.
     *
     * @param flop floating-point operations, zero or more
     * @return US dollars, to a hundredth of a cent
     */
    public BigDecimal of(double flop) {
        return dollarsPerPetaflop.multiply(BigDecimal.valueOf(flop / 1e15)).setScale(4, RoundingMode.HALF_EVEN);
    }
}
