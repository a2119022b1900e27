package dev.temper.toolkit.data;

/**
 * Something that tokens can be bought or made from.
 *
 * @param name unique in its study
 * @param poolTokens unique tokens there are; an anneal that needs more repeats them
 * @param text how its text is written
 * @param curation what it takes to get its text
 */
public record DataSource(String name, long poolTokens, TextProfile text, Curation curation) {
    /**
     * Checks the name and the size.
     *
     * @throws IllegalArgumentException if the name is no name or the pool holds no token
     */
    public DataSource {
        Names.require("source", name);
        if (poolTokens < 1) {
            throw new IllegalArgumentException("pool of " + name + " must be at least 1 token, but is " + poolTokens);
        }
    }

    /**
     * Tells how often an anneal goes over the pool.
     *
     * @param sourceTokens tokens drawn from this source
     * @return epochs; above 1 the pool repeats
     */
    public double epochs(long sourceTokens) {
        return (double) sourceTokens / poolTokens;
    }

    /**
     * Tells how many unique tokens an anneal pays for.
     *
     * @param sourceTokens tokens drawn from this source
     * @return the smaller of the tokens drawn and the pool
     */
    public long uniqueTokens(long sourceTokens) {
        return Math.min(sourceTokens, poolTokens);
    }
}
