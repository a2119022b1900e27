package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.Interval;
import java.util.List;

/**
 * The losses that a law expects of a run.
 *
 * @param steps counted from 0
 * @param losses one for each step, each with its interval, in nats per token
 */
public record CurvePrediction(List<Integer> steps, List<Interval> losses) {
    /** Copies the lists. */
    public CurvePrediction {
        steps = List.copyOf(steps);
        losses = List.copyOf(losses);
    }
}
