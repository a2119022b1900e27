package dev.temper.toolkit.utility;

/** Counts how often an anneal repeats its source. */
@FunctionalInterface
public interface EpochsOf {
    /**
     * Counts the passes over the source's pool.
     *
     * @param source name of the data source
     * @param tokens token budget of the anneal
     * @return tokens taken from the source over the tokens it has; 0 for a source without end
     */
    double of(String source, long tokens);
}
