/**
 * From compute to accuracy by way of the loss: a law of the loss, {@link dev.temper.toolkit.law.chain.AccuracyLaw} from the loss to a
 * task's accuracy, and {@link dev.temper.toolkit.law.chain.Chain}, which puts the one into the other with the uncertainty of both. Read
 * {@code Chain} first.
 */
@NullMarked
package dev.temper.toolkit.law.chain;

import org.jspecify.annotations.NullMarked;
