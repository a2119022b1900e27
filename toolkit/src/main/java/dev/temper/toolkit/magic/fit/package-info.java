/**
 * Laws over any table: {@code %fit}, {@code %backtest} and {@code %methods}. They read a formula and its options into a {@link
 * dev.temper.toolkit.magic.fit.FitRequest}, which finds every fault before anything is fitted, and leave a {@link
 * dev.temper.toolkit.magic.fit.LawFits}; read these two first.
 */
@NullMarked
package dev.temper.toolkit.magic.fit;

import org.jspecify.annotations.NullMarked;
