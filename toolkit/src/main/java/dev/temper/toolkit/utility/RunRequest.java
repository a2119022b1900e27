package dev.temper.toolkit.utility;

import java.util.Locale;

/**
 * A run that would help to decide.
 *
 * @param source name of the data source, or of the control
 * @param tokens token budget of the anneal
 * @param seed of the run
 */
public record RunRequest(String source, long tokens, long seed) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at %,d tokens, seed %d", source, tokens, seed);
    }
}
