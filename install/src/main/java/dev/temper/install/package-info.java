/**
 * Measures Temper on the machine it is installed on. Begin with {@link dev.temper.install.Bench}, which names the
 * benchmarks.
 */
@NullMarked
package dev.temper.install;

import org.jspecify.annotations.NullMarked;
