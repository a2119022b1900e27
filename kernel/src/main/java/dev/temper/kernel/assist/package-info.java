/**
 * Helps with Java that is being typed: what can stand at the cursor, what stands there, and what its documentation says.
 *
 * <p>Start with {@link dev.temper.kernel.assist.JavaAssistant}. It asks the session only what has been declared so far,
 * and asks a compiler of its own about everything else. So it answers while a cell runs, and no cell waits for it.
 */
@NullMarked
package dev.temper.kernel.assist;

import org.jspecify.annotations.NullMarked;
