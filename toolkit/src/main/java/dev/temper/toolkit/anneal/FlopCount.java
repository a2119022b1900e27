package dev.temper.toolkit.anneal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the computing of training is counted. */
public enum FlopCount {
    /** Six operations for each parameter and token (Kaplan et al. 2020, arXiv 2001.08361): attention over the context left out. */
    SIX_ND("6nd"),
    /**
     * Layer by layer: projections, attention over the whole context, inner layer and logits (Hoffmann et al. 2022, arXiv 2203.15556,
     * appendix F, without the look-up of embeddings, which multiplies nothing). The backward pass counts twice the forward one.
     */
    BY_LAYER("by-layer");

    private final String label;

    FlopCount(String label) {
        this.label = label;
    }

    /**
     * Writes it as studies do.
     *
     * @return one word
     */
    public String label() {
        return label;
    }

    /**
     * Lists the words.
     *
     * @return all labels
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(FlopCount::label).toList();
    }

    /**
     * Reads a word.
     *
     * @param label one of {@link #labels}
     * @return empty for any other word
     */
    public static Optional<FlopCount> of(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
    }
}
