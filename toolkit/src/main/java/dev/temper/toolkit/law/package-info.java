/**
 * Fits scaling laws: variables and values in, a {@link dev.temper.toolkit.law.Fit} out, with intervals and with warnings where the
 * numbers do not carry what is asked of them.
 *
 * <p>Read {@link dev.temper.toolkit.law.Fitting} first: it is the way in. {@link dev.temper.toolkit.law.LawForm} is what a new law
 * implements, {@link dev.temper.toolkit.law.form.LawForms} lists those there are. The package knows nothing of sources, runs or prices,
 * and uses Commons Math only.
 */
@NullMarked
package dev.temper.toolkit.law;

import org.jspecify.annotations.NullMarked;
