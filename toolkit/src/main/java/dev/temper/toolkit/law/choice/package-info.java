/**
 * Choice between forms of laws; {@link dev.temper.toolkit.law.choice.FormChoice} is the first to read.
 */
@NullMarked
package dev.temper.toolkit.law.choice;

import org.jspecify.annotations.NullMarked;
