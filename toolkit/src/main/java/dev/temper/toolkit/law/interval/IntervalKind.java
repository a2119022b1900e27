package dev.temper.toolkit.law.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How an interval is made. */
public sealed interface IntervalKind {
    /** Ways that draw nothing at random. */
    enum Formula implements IntervalKind {
        /** The delta method with Student's t, on the mean square that the fit's intervals stand on. */
        DELTA("delta", "delta method with Student's t"),
        /**
         * All values that the law can be bent to without a misfit beyond what F allows (Bates and Watts 1988), on the same mean square. It
         * follows the curve where the delta method draws a straight line, and keeps within bounds.
         */
        PROFILE("profile", "profile with F"),
        /** The delta method on the means of budgets, with as many degrees of freedom as budgets less parameters. */
        MEANS("means", "budget means with Student's t"),
        /** The delta method with each residual's own size over one less its leverage (HC3), summed in clusters. */
        SANDWICH("sandwich", "delta method with each run's own noise (HC3)"),
        /** The spread of fits that each leave one run or cluster out (Tukey 1958). */
        JACKKNIFE("jackknife", "jack-knife with Student's t");

        private final String key;
        private final String phrase;

        Formula(String key, String phrase) {
            this.key = key;
            this.phrase = phrase;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String phrase() {
            return phrase;
        }
    }

    /**
     * A bootstrap.
     *
     * @param resampling how other data are made
     * @param ends how the interval is read off the draws
     */
    record Bootstrap(Resampling resampling, Ends ends) implements IntervalKind {
        @Override
        public String key() {
            return resampling.key() + "-" + ends.key();
        }

        @Override
        public String phrase() {
            return "bootstrap, " + resampling.phrase() + ", "
                    + switch (ends) {
                        case PERCENTILE -> "percentiles";
                        case BCA -> "BCa";
                        case T -> "bootstrap-t";
                    };
        }
    }

    /**
     * Names the way in options.
     *
     * @return lower-case words with hyphens
     */
    String key();

    /**
     * Says how the interval is made.
     *
     * @return a phrase without a full stop
     */
    String phrase();

    /**
     * Lists every way.
     *
     * @return the formulas first
     */
    static List<IntervalKind> all() {
        List<IntervalKind> all = new ArrayList<>(Arrays.asList(Formula.values()));
        for (Resampling resampling : Resampling.values()) {
            for (Ends ends : Ends.values()) {
                all.add(new Bootstrap(resampling, ends));
            }
        }
        return List.copyOf(all);
    }

    /**
     * Finds a way by its name, such as {@code profile} or {@code cases-bca}.
     *
     * @param key the words that name it
     * @return the way
     * @throws IllegalArgumentException when there is none of that name, and for seeds drawn within their budget, which is refused
     */
    static IntervalKind named(String key) {
        if (key.startsWith("stratified")) {
            Resampling.named("stratified");
        }
        return all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("interval must be one of "
                        + all().stream().map(IntervalKind::key).collect(Collectors.joining(", ")) + ", but is "
                        + key));
    }
}
