/**
 * The notebook's door: magics that parse, call and render. No arithmetic. The sweep's cell is read by
 * {@link dev.temper.toolkit.magic.StudyReader}.
 */
@NullMarked
package dev.temper.toolkit.magic;

import org.jspecify.annotations.NullMarked;
