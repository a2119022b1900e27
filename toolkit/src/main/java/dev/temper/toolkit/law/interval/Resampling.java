package dev.temper.toolkit.law.interval;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a bootstrap makes other data out of the data. */
public enum Resampling {
    /** Runs are drawn with replacement. */
    CASES("cases", "runs drawn with replacement"),
    /** Residuals are drawn with replacement and added to the law. */
    RESIDUALS_RAW("residuals-raw", "residuals drawn with replacement"),
    /** Residuals are widened by √(n/(n-p)), which makes up for what the fit has taken from them, drawn and added to the law. */
    RESIDUALS("residuals", "residuals widened by the root of n/(n-p), drawn with replacement"),
    /**
     * Residuals over one less their leverage (HC3) keep their place and change their sign at random, together in a cluster (Wu 1986;
     * Cameron, Gelbach and Miller 2008).
     */
    WILD("wild", "residuals over one less their leverage, with random signs"),
    /** As {@link #WILD} with the six weights of Webb, for few clusters, where signs alone make too few different data. */
    WILD_WEBB("wild-webb", "residuals over one less their leverage, times random weights of Webb"),
    /** Whole clusters of the observations, such as all checkpoints of a run, are drawn with replacement. */
    CLUSTERS("clusters", "clusters drawn with replacement"),
    /** All seeds of a budget, or of a setting of all variables, are drawn together with replacement. */
    POINTS("points", "whole budgets drawn with replacement"),
    /** Noise of the fitted size is drawn from the normal distribution, or for accuracies from the binomial. */
    PARAMETRIC("parametric", "noise drawn from its fitted distribution");

    private static final String STRATIFIED = "stratified";

    private final String key;
    private final String phrase;

    Resampling(String key, String phrase) {
        this.key = key;
        this.phrase = phrase;
    }

    /**
     * Names the way in options.
     *
     * @return lower-case words with hyphens
     */
    public String key() {
        return key;
    }

    /**
     * Says what is done.
     *
     * @return a phrase without a full stop
     */
    public String phrase() {
        return phrase;
    }

    /** Whether the noise of a draw is a run's own, so that standard errors must not take it to be the same everywhere. */
    boolean keepsPlaces() {
        return this != RESIDUALS_RAW && this != RESIDUALS && this != PARAMETRIC;
    }

    /**
     * Finds a way.
     *
     * @param key the word that names it
     * @return the way
     * @throws IllegalArgumentException when there is none of that name, and for seeds drawn within their budget, which is refused
     */
    public static Resampling named(String key) {
        if (key.equals(STRATIFIED)) {
            throw new IllegalArgumentException(
                    "resampling must not draw seeds within their budget: such intervals of 95 % hold"
                            + " the truth in 82 to 84 of 100 cases, and in none with one seed; take points or residuals");
        }
        return Arrays.stream(values())
                .filter(each -> each.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("resampling must be one of "
                        + Arrays.stream(values()).map(Resampling::key).collect(Collectors.joining(", ")) + ", but is "
                        + key));
    }
}
