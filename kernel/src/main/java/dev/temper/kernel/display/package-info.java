/**
 * Turns a value into what a notebook can show: a bundle of representations, one for each MIME type.
 *
 * <p>Start with {@link dev.temper.kernel.display.MimeBundle}, then {@link dev.temper.kernel.display.Renderers}, the
 * registry that knows how to show which type. A library adds its own types by a
 * {@link dev.temper.kernel.display.RendererProvider}; {@link dev.temper.kernel.display.Content} makes bundles of HTML,
 * images and the like, {@link dev.temper.kernel.display.LargeTable} of tables.
 */
@NullMarked
package dev.temper.kernel.display;

import org.jspecify.annotations.NullMarked;
