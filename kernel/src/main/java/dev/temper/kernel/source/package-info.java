/**
 * Cuts the text of Java into words and signs, in whatever state that is.
 *
 * <p>Start with {@link dev.temper.kernel.source.Token}.
 */
@NullMarked
package dev.temper.kernel.source;

import org.jspecify.annotations.NullMarked;
