package dev.temper.toolkit.chart;

import java.util.function.Consumer;

/**
 * A picture before it is put on a page.
 *
 * @param width of the room it was laid out in; a page shrinks this to its own width
 * @param height of that room
 * @param onto draws it
 */
record Drawing(double width, double height, Consumer<Canvas> onto) {}
