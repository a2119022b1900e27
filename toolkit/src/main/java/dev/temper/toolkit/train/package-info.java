/**
 * Turns a run into numbers. {@link dev.temper.toolkit.train.Trainer} is what a launcher sees;
 * {@link dev.temper.toolkit.train.EmbeddedTrainer} is the one that ships, and {@link dev.temper.toolkit.train.Worker} the
 * process that it starts. The only package that touches the deep-learning library: it is used as a loader of libtorch, with
 * one TorchScript call for many optimiser steps, because its own scalar operands give wrong gradients when the garbage
 * collector runs between forward and backward.
 */
@NullMarked
package dev.temper.toolkit.train;

import org.jspecify.annotations.NullMarked;
