package dev.temper.toolkit.results;

import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.Run;
import dev.temper.toolkit.anneal.RunState;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one run came to.
 *
 * @param run what was asked for
 * @param state how far it is
 * @param measurements what it measured, empty unless it is done
 * @param seconds wall time of a finished run, else not a number
 * @param reason why it failed, empty if it did not
 */
public record RunResult(Run run, RunState state, List<Measurement> measurements, double seconds, String reason) {
    /** Copies the list. */
    public RunResult {
        measurements = List.copyOf(measurements);
    }

    /**
     * Finds one measured value at the end of the run.
     *
     * @param metric the metric
     * @param domain the domain
     * @return the value, or empty if it was not measured
     */
    public OptionalDouble value(String metric, String domain) {
        return measurements.stream()
                .filter(each -> each.metric().equals(metric)
                        && each.domain().equals(domain)
                        && each.tokens() == run.anneal().tokenBudget())
                .mapToDouble(Measurement::value)
                .findFirst();
    }
}
