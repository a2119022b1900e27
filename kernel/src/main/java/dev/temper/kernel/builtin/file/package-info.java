/**
 * Magics that read and write files: {@code %load}, {@code %run}, {@code %%writefile}.
 *
 * <p>Start with {@link dev.temper.kernel.builtin.file.RunMagic}.
 */
@NullMarked
package dev.temper.kernel.builtin.file;

import org.jspecify.annotations.NullMarked;
