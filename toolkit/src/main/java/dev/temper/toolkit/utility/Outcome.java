package dev.temper.toolkit.utility;

/**
 * The loss that one run ended with on the domain in question.
 *
 * @param source name of the data source, or of the control
 * @param tokens token budget of the anneal
 * @param seed of the run; a source and the control are paired by it
 * @param loss nats per token, positive
 */
public record Outcome(String source, long tokens, long seed, double loss) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when the source is blank, or tokens or loss are not positive and finite
     */
    public Outcome {
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must have a name, but is blank");
        }
        if (tokens <= 0) {
            throw new IllegalArgumentException("tokens must be positive, but is " + tokens + " in a run of " + source);
        }
        if (!(loss > 0 && Double.isFinite(loss))) {
            throw new IllegalArgumentException("loss must be positive and finite, but is " + loss + " in the run of "
                    + source + " with " + tokens + " tokens and seed " + seed);
        }
    }
}
