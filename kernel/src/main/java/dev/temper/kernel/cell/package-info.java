/**
 * Tells what the lines of a cell are: Java, or calls of magics. Nothing here runs anything.
 *
 * <p>Start with {@link dev.temper.kernel.cell.Cell}.
 */
@NullMarked
package dev.temper.kernel.cell;

import org.jspecify.annotations.NullMarked;
