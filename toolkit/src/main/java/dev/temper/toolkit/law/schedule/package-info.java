/**
 * Laws of whole loss curves under any learning-rate schedule: a {@link dev.temper.toolkit.law.schedule.Schedule} holds the rates, a
 * {@link dev.temper.toolkit.law.schedule.LossCurve} what was measured under it, and a {@link dev.temper.toolkit.law.schedule.CurveFit}
 * predicts the curve of a schedule that was never run. Read {@link dev.temper.toolkit.law.schedule.CurveFit} first.
 */
@NullMarked
package dev.temper.toolkit.law.schedule;

import org.jspecify.annotations.NullMarked;
