package dev.temper.toolkit.anneal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the learning rate falls from its peak to zero over an anneal. */
public enum Cooldown {
    /** 1 - s. */
    LINEAR("linear") {
        @Override
        public double factor(double progress) {
            return 1 - progress;
        }
    },
    /** 1 - sqrt(s), from Hägele et al. 2024. */
    ONE_MINUS_SQRT("1-sqrt") {
        @Override
        public double factor(double progress) {
            return 1 - Math.sqrt(progress);
        }
    },
    /** (1 + cos(pi s)) / 2. */
    COSINE("cosine") {
        @Override
        public double factor(double progress) {
            return 0.5 * (1 + Math.cos(Math.PI * progress));
        }
    },
    /** Stays at the peak: what stage 1 does after its warm-up. */
    NONE("none") {
        @Override
        public double factor(double progress) {
            return 1;
        }
    };

    private final String label;

    Cooldown(String label) {
        this.label = label;
    }

    /**
     * Gives the learning rate as a share of its peak.
     *
     * @param progress share of the steps already done, 0 to 1
     * @return factor, 1 down to 0
     */
    public abstract double factor(double progress);

    /**
     * Names the shape as a study writes it.
     *
     * @return the word
     */
    public String label() {
        return label;
    }

    /**
     * Finds a shape by its word.
     *
     * @param label the word, in any case
     * @return the shape, or empty if there is none of that name
     */
    public static Optional<Cooldown> of(String label) {
        return Arrays.stream(values())
                .filter(shape -> shape.label.equals(label.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Lists the words that a study may use.
     *
     * @return the words
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Cooldown::label).toList();
    }
}
