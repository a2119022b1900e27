/**
 * How to split compute between the size of a model and its tokens, in the three ways of Hoffmann et al. 2022 (arXiv 2203.15556): the
 * {@link dev.temper.toolkit.law.compute.Frontier} of training curves (approach 1), the parabolas of
 * {@link dev.temper.toolkit.law.compute.IsoFlops} (approach 2), and the {@link dev.temper.toolkit.law.compute.OptimalSplit} of a fitted law
 * (approach 3), which is the one to read first. Compute is {@code C = 6·N·D} FLOP throughout, for N parameters and D tokens.
 */
@NullMarked
package dev.temper.toolkit.law.compute;

import org.jspecify.annotations.NullMarked;
