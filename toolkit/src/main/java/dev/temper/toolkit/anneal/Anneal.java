package dev.temper.toolkit.anneal;

/**
 * One planned cooldown from the study's checkpoint on a mixture.
 *
 * @param source name of the data source under study, or {@link #CONTROL}
 * @param sourceTokens tokens of the budget that come from the source; 0 for the control
 * @param tokenBudget tokens trained on
 * @param seed seed of the batch order
 */
public record Anneal(String source, long sourceTokens, long tokenBudget, long seed) {
    /** What the anneal on general data alone is called where a source's name would stand. */
    public static final String CONTROL = "control";
}
