package dev.temper.toolkit.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How what is paid once, for a source or for the stage-1 checkpoint, enters the cost of an anneal. */
public enum FixedCosts {
    /** Not at all: it is sunk. */
    EXCLUDED,
    /** What this source alone makes necessary: its own fixed cost, without the checkpoint, which is there whatever is bought. */
    MARGINAL,
    /** Also an even share of the checkpoint, as many shares as there are sources. */
    SHARED;

    /**
     * Writes it as studies do.
     *
     * @return one word in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Lists the words.
     *
     * @return all labels
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(FixedCosts::label).toList();
    }

    /**
     * Reads a word.
     *
     * @param label one of {@link #labels}
     * @return empty for any other word
     */
    public static Optional<FixedCosts> of(String label) {
        return Arrays.stream(values())
                .filter(value -> value.label().equals(label))
                .findFirst();
    }
}
