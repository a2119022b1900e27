/**
 * The text of Java: cut into words and signs, in whatever state that is, and given to a compiler without a file.
 *
 * <p>Start with {@link dev.temper.kernel.source.Token}.
 */
@NullMarked
package dev.temper.kernel.source;

import org.jspecify.annotations.NullMarked;
