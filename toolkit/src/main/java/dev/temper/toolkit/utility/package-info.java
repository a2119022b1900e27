/**
 * Decides which data source is worth paying for: gains over the control, utility curves, rank crossings, and a verdict that says what is
 * not known and which runs would tell.
 *
 * <p>Read {@link dev.temper.toolkit.utility.Decision} first: {@link dev.temper.toolkit.utility.Decision#of} is the way in, from
 * {@link dev.temper.toolkit.utility.Outcomes} to the table and the {@link dev.temper.toolkit.utility.Verdict}. All of it is about one
 * domain; losses are in nats per token, lower is better, and gains are the control's loss less the source's.
 */
@NullMarked
package dev.temper.toolkit.utility;

import org.jspecify.annotations.NullMarked;
