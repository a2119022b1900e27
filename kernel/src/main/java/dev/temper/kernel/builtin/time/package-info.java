/**
 * Magics that measure time: {@code %time} once, {@code %timeit} often enough to know the spread.
 *
 * <p>Start with {@link dev.temper.kernel.builtin.time.TimeitMagic}.
 */
@NullMarked
package dev.temper.kernel.builtin.time;

import org.jspecify.annotations.NullMarked;
