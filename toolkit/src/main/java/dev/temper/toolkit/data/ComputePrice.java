package dev.temper.toolkit.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What computing costs.
 *
 * @param dollarsPerPetaflop US dollars per 10^15 floating-point operations, zero or more
 * @param flopPerSecond operations that the device really reaches in a second; 0 when it is not known
 */
public record ComputePrice(BigDecimal dollarsPerPetaflop, double flopPerSecond) {
    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the price is negative, or the rate negative or not finite
     */
    public ComputePrice {
        if (dollarsPerPetaflop.signum() < 0) {
            throw new IllegalArgumentException("training price must be zero or more, but is " + dollarsPerPetaflop);
        }
        if (!(flopPerSecond >= 0 && Double.isFinite(flopPerSecond))) {
            throw new IllegalArgumentException(
                    "operations per second must be zero or more and finite, but are " + flopPerSecond);
        }
    }

    /**
     * Prices by the operation, on a device of unknown speed.
     *
     * @param dollarsPerPetaflop US dollars per 10^15 operations, zero or more
     */
    public ComputePrice(BigDecimal dollarsPerPetaflop) {
        this(dollarsPerPetaflop, 0);
    }

    /**
     * Prices by the hour of a device.
     *
     * @param dollarsPerHour US dollars per hour of one device, zero or more
     * @param flopPerSecond operations that it really reaches in a second, above 0: its peak times the model-FLOP utilisation
     * @return the price
     * @throws IllegalArgumentException if the rate is not positive and finite
     */
    public static ComputePrice byTheHour(BigDecimal dollarsPerHour, double flopPerSecond) {
        if (!(flopPerSecond > 0 && Double.isFinite(flopPerSecond))) {
            throw new IllegalArgumentException(
                    "operations per second must be positive and finite, but are " + flopPerSecond);
        }
        BigDecimal petaflopPerHour = BigDecimal.valueOf(flopPerSecond * SECONDS_PER_HOUR / 1e15);
        return new ComputePrice(dollarsPerHour.divide(petaflopPerHour, MathContext.DECIMAL64), flopPerSecond);
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

    /**
     * Gives the price of one operation.
     *
     * @return US dollars, above 0
     * @throws IllegalStateException if computing has no price, so that money cannot be said in it
     */
    public double dollarsPerFlop() {
        if (dollarsPerPetaflop.signum() == 0) {
            throw new IllegalStateException(
                    "cost can be said in computing only if computing has a price; give the study a training-price");
        }
        return dollarsPerPetaflop.doubleValue() / 1e15;
    }

    /**
     * Gives the speed of the device.
     *
     * @return operations in an hour, above 0
     * @throws IllegalStateException if it is not known
     */
    public double flopPerHour() {
        if (flopPerSecond == 0) {
            throw new IllegalStateException(
                    "cost can be said in GPU-hours only if the device's speed is known; give the study device: {flop-per-second: ...}");
        }
        return flopPerSecond * SECONDS_PER_HOUR;
    }
}
