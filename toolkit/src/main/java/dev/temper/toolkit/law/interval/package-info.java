/**
 * Intervals of a fitted law, in every way that is asked for, of its parameters and of whatever follows from them.
 *
 * <p>Read {@link dev.temper.toolkit.law.interval.Intervals} first: it is the way in. A {@link dev.temper.toolkit.law.interval.Quantity}
 * is what the interval is of, an {@link dev.temper.toolkit.law.interval.IntervalKind} how it is made, and a
 * {@link dev.temper.toolkit.law.interval.Statement} what comes out, with what must be known of it. Random draws are seeded, and each has
 * a random sequence of its own: the number of threads changes no number.
 */
@NullMarked
package dev.temper.toolkit.law.interval;

import org.jspecify.annotations.NullMarked;
