package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Interval;
import java.util.List;

/**
 * A fitted law of one variable and the band around it, to be drawn.
 *
 * @param x places, in their order
 * @param intervals one at each place
 * @param kind how they were made
 * @param ofRuns whether one more run lies within them, and not the law alone
 * @param draws what became of the draws
 * @param notes phrases without a full stop
 */
public record Band(
        List<Double> x,
        List<Interval> intervals,
        IntervalKind kind,
        boolean ofRuns,
        DrawCounts draws,
        List<String> notes) {
    /** Copies the lists. */
    public Band {
        x = List.copyOf(x);
        intervals = List.copyOf(intervals);
        notes = List.copyOf(notes);
    }
}
