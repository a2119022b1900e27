/**
 * Stops the code of cells when the user asks, wherever it is.
 *
 * <p>Read first {@link dev.temper.kernel.eval.stop.UserThread}, the thread that all code of cells runs on. An interrupt
 * wakes what waits; what computes meets {@link dev.temper.kernel.eval.stop.StopCheck}, which
 * {@link dev.temper.kernel.eval.stop.StopWeaver} puts into each method and loop of cells. Code of the JDK and of
 * libraries has no checks: what it computes without end is stopped by the virtual machine up to Java 19, and from
 * then on left running in the background, which the user is told.
 */
@NullMarked
package dev.temper.kernel.eval.stop;

import org.jspecify.annotations.NullMarked;
