/**
 * A Java kernel for Jupyter: cells in, results out.
 *
 * <p>Read {@link dev.temper.kernel.Main} first: it builds the parts and joins them. The way of a cell is {@code jupyter}
 * (the protocol), {@code session} (what running a cell means), {@code cell} (what its lines are), then {@code eval}
 * (Java) or {@code magic} (everything else), and {@code display} for what is shown.
 */
@NullMarked
package dev.temper.kernel;

import org.jspecify.annotations.NullMarked;
