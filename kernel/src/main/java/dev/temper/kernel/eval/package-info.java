/**
 * One session of Java: runs source, keeps what it declares, completes and explains it, and stops it when asked.
 *
 * <p>Start with {@link dev.temper.kernel.eval.JavaSession}. Its code runs in this process, on a thread of its own; what
 * makes that safe is {@link dev.temper.kernel.eval.stop.StopCheck}, woven into all code of cells.
 */
@NullMarked
package dev.temper.kernel.eval;

import org.jspecify.annotations.NullMarked;
