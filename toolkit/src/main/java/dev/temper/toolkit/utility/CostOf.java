package dev.temper.toolkit.utility;

import dev.temper.toolkit.data.Cost;

/** Prices an anneal. */
@FunctionalInterface
public interface CostOf {
    /**
     * Prices one anneal.
     *
     * @param source name of the data source
     * @param tokens token budget of the anneal
     * @return its cost
     */
    Cost of(String source, long tokens);
}
