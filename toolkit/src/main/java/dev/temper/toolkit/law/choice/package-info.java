/**
 * Choice between forms of laws: {@link dev.temper.toolkit.law.choice.Comparison} sets several beside each other and takes the one that
 * foretells larger budgets best, {@link dev.temper.toolkit.law.choice.BackTest} holds the largest budgets out and says how far each form
 * would have missed them. Everything that a choice stands on is in its record.
 *
 * <p>Read {@link dev.temper.toolkit.law.choice.Comparison} first.
 */
@NullMarked
package dev.temper.toolkit.law.choice;

import org.jspecify.annotations.NullMarked;
