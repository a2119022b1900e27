/**
 * Stops the code of cells when the user asks, wherever it is.
 *
 * <p>Read first {@link dev.temper.kernel.eval.stop.UserThread}, the thread that all code of cells runs on. An interrupt
 * wakes what waits; what computes meets {@link dev.temper.kernel.eval.stop.StopCheck}, which
 * {@link dev.temper.kernel.eval.stop.StopWeaver} puts into each method and loop.
 */
@NullMarked
package dev.temper.kernel.eval.stop;

import org.jspecify.annotations.NullMarked;
