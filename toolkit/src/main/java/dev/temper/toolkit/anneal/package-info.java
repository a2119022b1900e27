/**
 * The study of data sources as plain records: a {@link dev.temper.toolkit.anneal.Study} expands, purely, into a
 * {@link dev.temper.toolkit.anneal.Sweep} of {@link dev.temper.toolkit.anneal.Run}s whose ids are hashes of what they ask
 * for. Read {@code Study} first.
 */
@NullMarked
package dev.temper.toolkit.anneal;

import org.jspecify.annotations.NullMarked;
