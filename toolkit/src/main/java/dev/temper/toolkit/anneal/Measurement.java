package dev.temper.toolkit.anneal;

/**
 * One metric at one token count of one run.
 *
 * @param tokens tokens that the run had trained on
 * @param metric what was measured, for instance {@link #LOSS}
 * @param domain which text it was measured on
 * @param value the value, in the metric's unit
 */
public record Measurement(long tokens, String metric, String domain, double value) {
    /** Mean cross-entropy over held-out windows, nats per token. */
    public static final String LOSS = "loss";

    /** Standard error of {@link #LOSS} over windows, nats per token. */
    public static final String LOSS_ERROR = "loss-standard-error";
}
