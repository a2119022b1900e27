/**
 * What is known of the types of values: how the cells that declare them name them, and what is in a record.
 *
 * <p>Start with {@link dev.temper.kernel.display.type.TypeNames}.
 */
@NullMarked
package dev.temper.kernel.display.type;

import org.jspecify.annotations.NullMarked;
