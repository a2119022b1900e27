/**
 * Measures the laws: how fast they are fitted beside SciPy, and how often their intervals hold a truth that is known. Begin with
 * {@link dev.temper.install.laws.LawsBench} and {@link dev.temper.install.laws.CoverageBench}.
 */
@NullMarked
package dev.temper.install.laws;

import org.jspecify.annotations.NullMarked;
