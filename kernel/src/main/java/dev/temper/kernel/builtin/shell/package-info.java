/**
 * Magics that start programs of the machine: {@code !command}, {@code %%sh}, {@code %%bash}, {@code %env}.
 *
 * <p>Start with {@link dev.temper.kernel.builtin.shell.ShellMagic}.
 */
@NullMarked
package dev.temper.kernel.builtin.shell;

import org.jspecify.annotations.NullMarked;
