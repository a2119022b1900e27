/**
 * Draws what a study found: runs with their error bars beside fitted curves with their bands. It
 * owns colours, labels and units, and takes plain numbers only, so that a chart can be drawn from a
 * sweep, from published tables or from a test alike.
 *
 * <p>Start with {@link dev.temper.toolkit.chart.CurvesPlot}, which says what is to be seen, and
 * {@link dev.temper.toolkit.chart.Chart}, the picture as SVG, PNG and one line of text. XChart draws
 * bands, curves, error bars and marks; everything around them is placed without asking the machine's
 * fonts, so that the same plot gives the same SVG on every machine.
 */
@NullMarked
package dev.temper.toolkit.chart;

import org.jspecify.annotations.NullMarked;
