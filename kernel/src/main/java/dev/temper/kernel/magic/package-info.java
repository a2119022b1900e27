/**
 * Commands of a cell that are not Java: {@code %name} on a line, {@code %%name} over a whole cell.
 *
 * <p>Start with {@link dev.temper.kernel.magic.Magic}, which a library implements and names in its services, and with
 * {@link dev.temper.kernel.magic.Usage}, from which help, parsing and completion follow. {@link
 * dev.temper.kernel.magic.Session} is what a running magic may do to its notebook.
 */
@NullMarked
package dev.temper.kernel.magic;

import org.jspecify.annotations.NullMarked;
