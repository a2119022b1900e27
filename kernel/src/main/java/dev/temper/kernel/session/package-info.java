/**
 * What running a cell means: its Java is run, its magics are called, its output is gathered, its result is rendered.
 * Nothing here knows of a protocol.
 *
 * <p>Start with {@link dev.temper.kernel.session.Notebook}; a protocol offers it a {@link
 * dev.temper.kernel.session.Frontend} to show things on. {@link dev.temper.kernel.session.Show} is for the code of cells.
 */
@NullMarked
package dev.temper.kernel.session;

import org.jspecify.annotations.NullMarked;
