package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Interval;
import java.util.List;

/**
 * An interval, how it was made, and what must be known of it.
 *
 * @param quantity what it is of
 * @param kind how it was made
 * @param interval in the unit of the quantity; infinite where the data give no end
 * @param draws what became of the draws
 * @param notes phrases without a full stop; empty when there is nothing to say
 */
public record Statement(Quantity quantity, IntervalKind kind, Interval interval, DrawCounts draws, List<String> notes) {
    /** Copies the notes. */
    public Statement {
        notes = List.copyOf(notes);
    }
}
