package dev.temper.toolkit.anneal;

import java.util.List;

/**
 * What a run is judged on when it ends: the mean loss over held-out windows, the same windows for all runs of a world.
 *
 * @param domains names of the evaluated texts, in order
 * @param windows consecutive windows of each text
 */
public record Evaluation(List<String> domains, int windows) {
    /** The domain that the study specialises to. */
    public static final String DOMAIN = "domain";

    /** Text with nothing of the domain in it. */
    public static final String GENERAL = "general";

    /** Every domain that the embedded world can write. */
    public static final List<String> KNOWN = List.of(DOMAIN, GENERAL);

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a domain is unknown, none is given, or there is no window
     */
    public Evaluation {
        domains = List.copyOf(domains);
        if (domains.isEmpty() || !KNOWN.containsAll(domains)) {
            throw new IllegalArgumentException("domains must be some of " + KNOWN + ", but are " + domains);
        }
        if (windows < 1) {
            throw new IllegalArgumentException("windows must be at least 1, but is " + windows);
        }
    }
}
