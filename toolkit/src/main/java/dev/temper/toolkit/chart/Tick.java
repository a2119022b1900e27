package dev.temper.toolkit.chart;

/**
 * A marked value of an axis.
 *
 * @param value where
 * @param label how the value is written there
 */
record Tick(double value, String label) {}
