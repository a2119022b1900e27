/**
 * Starts, watches and cancels the runs of a sweep. {@link dev.temper.toolkit.launch.Launcher} is the way in;
 * {@link dev.temper.toolkit.launch.LocalPool} runs them on this machine.
 */
@NullMarked
package dev.temper.toolkit.launch;

import org.jspecify.annotations.NullMarked;
