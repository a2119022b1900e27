/**
 * Remembers the cells that the kernels of a user have run, over their ends.
 *
 * <p>Start with {@link dev.temper.kernel.jupyter.history.History}.
 */
@NullMarked
package dev.temper.kernel.jupyter.history;

import org.jspecify.annotations.NullMarked;
