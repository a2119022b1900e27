/**
 * JSON as trees of maps, lists, texts, numbers, booleans and null.
 *
 * <p>Start with {@link dev.temper.kernel.display.json.JsonTree}.
 */
@NullMarked
package dev.temper.kernel.display.json;

import org.jspecify.annotations.NullMarked;
