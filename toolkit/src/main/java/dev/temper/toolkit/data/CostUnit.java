package dev.temper.toolkit.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one unit of a chart's cost axis. Money becomes computing, and computing money, by the study's price of computing. */
public enum CostUnit {
    /** Money. */
    DOLLARS("US dollars"),
    /** Floating-point operations that the money would buy. */
    FLOP("FLOP"),
    /** Hours of the study's device that the money would buy. */
    GPU_HOURS("GPU-hours");

    private final String words;

    CostUnit(String words) {
        this.words = words;
    }

    /**
     * Names the unit on an axis.
     *
     * @return words
     */
    public String words() {
        return words;
    }

    /**
     * Writes the unit as options do.
     *
     * @return lower case with hyphens
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Lists the words of options.
     *
     * @return all labels
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(CostUnit::label).toList();
    }

    /**
     * Reads a word of an option.
     *
     * @param label one of {@link #labels}
     * @return empty for any other word
     */
    public static Optional<CostUnit> of(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label().equals(label))
                .findFirst();
    }

    /**
     * Expresses money in this unit.
     *
     * @param dollars US dollars
     * @param compute what computing costs
     * @return the amount in this unit
     * @throws IllegalStateException if the study gives no price of computing, or for hours no device
     */
    public double of(double dollars, ComputePrice compute) {
        return switch (this) {
            case DOLLARS -> dollars;
            case FLOP -> dollars / compute.dollarsPerFlop();
            case GPU_HOURS -> dollars / compute.dollarsPerFlop() / compute.flopPerHour();
        };
    }
}
