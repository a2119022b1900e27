package dev.temper.toolkit.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What it takes to get a source's text: money and computing for every unique token, and money paid once for the source, such as a
 * licence or the training of a classifier. Tokens that are repeated are got once.
 *
 * @param price US dollars per million unique tokens
 * @param flopPerToken floating-point operations per unique token, zero or more
 * @param fixed US dollars paid once, whatever the number of tokens, zero or more
 */
public record Curation(Price price, double flopPerToken, BigDecimal fixed) {
    private static final String PARAMETERS = "%s's parameters must be zero or more and finite, but are %s";
    /** Operations of one forward pass, per parameter and token. */
    private static final double FORWARD = 2;

    /** Text that costs nothing to get. */
    public static final Curation FREE = bought(Price.FREE);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public Curation {
        List<String> faults = new ArrayList<>();
        addIfNot(
                isAmount(flopPerToken),
                "operations per token must be zero or more and finite, but are " + flopPerToken,
                faults);
        addIfNot(fixed.signum() >= 0, "fixed cost must be zero or more, but is " + fixed, faults);
        requireNone(faults);
    }

    /**
     * Gets text for money alone: bought, licensed by the token, or written by people.
     *
     * @param price US dollars per million unique tokens
     * @return the curation
     */
    public static Curation bought(Price price) {
        return new Curation(price, 0, BigDecimal.ZERO);
    }

    /**
     * Gets text by filtering: a classifier reads every raw token, and only a share of them is kept.
     *
     * @param classifierParameters parameters of the classifier, zero or more
     * @param yield share of the raw tokens that is kept, above 0 and at most 1
     * @return the curation, 2·parameters/yield operations for a token that is kept
     * @throws IllegalArgumentException if a number is out of its bounds; all are named
     */
    public static Curation filtered(double classifierParameters, double yield) {
        List<String> faults = new ArrayList<>();
        addIfNot(isAmount(classifierParameters), PARAMETERS.formatted("classifier", classifierParameters), faults);
        addIfNot(yield > 0 && yield <= 1, "yield must be above 0 and at most 1, but is " + yield, faults);
        requireNone(faults);
        return new Curation(Price.FREE, FORWARD * classifierParameters / yield, BigDecimal.ZERO);
    }

    /**
     * Gets text from a model that writes it. Reading the prompt costs as much a token as writing.
     *
     * @param generatorParameters parameters of the model, zero or more
     * @param promptTokens tokens that it reads for one answer, zero or more
     * @param outputTokens tokens that it writes for one answer and that are kept, above 0
     * @return the curation, 2·parameters·(prompt+output)/output operations for a token that is kept
     * @throws IllegalArgumentException if a number is out of its bounds; all are named
     */
    public static Curation written(double generatorParameters, double promptTokens, double outputTokens) {
        List<String> faults = new ArrayList<>();
        addIfNot(isAmount(generatorParameters), PARAMETERS.formatted("generator", generatorParameters), faults);
        addIfNot(isAmount(promptTokens), "prompt must be zero or more tokens, but is " + promptTokens, faults);
        addIfNot(
                isAmount(outputTokens) && outputTokens > 0,
                "output must be more than zero tokens, but is " + outputTokens,
                faults);
        requireNone(faults);
        return new Curation(
                Price.FREE,
                FORWARD * generatorParameters * (promptTokens + outputTokens) / outputTokens,
                BigDecimal.ZERO);
    }

    /**
     * Adds another step, such as a filter over what a model wrote.
     *
     * @param other the other step
     * @return both, one after the other on the same tokens
     */
    public Curation and(Curation other) {
        return new Curation(
                new Price(price.dollarsPerMillionTokens().add(other.price.dollarsPerMillionTokens())),
                flopPerToken + other.flopPerToken,
                fixed.add(other.fixed));
    }

    /**
     * Adds what is paid once.
     *
     * @param dollars US dollars, zero or more
     * @return the same with this fixed cost added
     */
    public Curation withFixed(BigDecimal dollars) {
        return new Curation(price, flopPerToken, fixed.add(dollars));
    }

    /**
     * Prices new text without what is paid once.
     *
     * @param uniqueTokens tokens that have not been got before, zero or more
     * @param compute what computing costs
     * @return US dollars, to a hundredth of a cent
     */
    public BigDecimal of(long uniqueTokens, ComputePrice compute) {
        return price.of(uniqueTokens).add(compute.of(flopPerToken * uniqueTokens));
    }

    /**
     * Prices one token.
     *
     * @param compute what computing costs
     * @return US dollars per million unique tokens, money and computing together
     */
    public BigDecimal perMillion(ComputePrice compute) {
        return price.dollarsPerMillionTokens()
                .add(compute.of(flopPerToken * 1e6))
                .setScale(4, RoundingMode.HALF_EVEN);
    }

    private static boolean isAmount(double number) {
        return number >= 0 && Double.isFinite(number);
    }

    private static void addIfNot(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static void requireNone(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
