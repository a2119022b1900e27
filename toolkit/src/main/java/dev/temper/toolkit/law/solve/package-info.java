/**
 * Numbers only: what a residual costs, and how a sum of costs is brought to its minimum. Start with
 * {@link dev.temper.toolkit.law.solve.Loss}. The package knows nothing of forms, runs or fits.
 */
@NullMarked
package dev.temper.toolkit.law.solve;

import org.jspecify.annotations.NullMarked;
