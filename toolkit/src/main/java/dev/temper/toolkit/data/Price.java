package dev.temper.toolkit.data;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What new text costs: US dollars per million unique tokens. Repeating a token that is already paid for costs nothing
 * here; training on it does, see {@link ComputePrice}.
 *
 * @param dollarsPerMillionTokens US dollars per million unique tokens, zero or more
 */
public record Price(BigDecimal dollarsPerMillionTokens) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Text that costs nothing. */
    public static final Price FREE = new Price(BigDecimal.ZERO);

    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if the price is negative
     */
    public Price {
        if (dollarsPerMillionTokens.signum() < 0) {
            throw new IllegalArgumentException("price must be zero or more, but is " + dollarsPerMillionTokens);
        }
    }

    /**
     * Prices an amount of new text.
     *
     * @param uniqueTokens tokens that have not been paid for, zero or more
     * @return US dollars, to a hundredth of a cent
     */
    public BigDecimal of(long uniqueTokens) {
        return dollarsPerMillionTokens
                .multiply(BigDecimal.valueOf(uniqueTokens))
                .divide(MILLION, 4, RoundingMode.HALF_EVEN);
    }
}
