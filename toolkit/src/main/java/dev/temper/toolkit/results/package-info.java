/**
 * Reads run folders into measurements and one tidy table, and owns the names of its columns. Read
 * {@link dev.temper.toolkit.results.SweepResults} first.
 */
@NullMarked
package dev.temper.toolkit.results;

import org.jspecify.annotations.NullMarked;
