/**
 * The embedded study's language: a program that writes text with a known entropy, so that a sweep can be trained in minutes
 * with nothing to download. Read {@link dev.temper.toolkit.world.World} first.
 */
@NullMarked
package dev.temper.toolkit.world;

import org.jspecify.annotations.NullMarked;
