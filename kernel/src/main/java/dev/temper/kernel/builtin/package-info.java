/**
 * The magics that come with the kernel, beside those of libraries. They do nothing that a magic of a library could not:
 * all that they touch is {@link dev.temper.kernel.magic.Session}.
 *
 * <p>Those here list, explain, show and forget. {@code shell} starts programs, {@code time} measures, {@code file} reads
 * and writes. Start with {@link dev.temper.kernel.builtin.HelpMagic}, one of the shortest.
 */
@NullMarked
package dev.temper.kernel.builtin;

import org.jspecify.annotations.NullMarked;
