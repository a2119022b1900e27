/**
 * The run folder on disk: the only contract between Temper, any trainer and any scheduler. Everything that others read is
 * written to a temporary file, synced and renamed, so a killed process leaves a whole file or none. Read
 * {@link dev.temper.toolkit.store.RunFolder} first.
 */
@NullMarked
package dev.temper.toolkit.store;

import org.jspecify.annotations.NullMarked;
