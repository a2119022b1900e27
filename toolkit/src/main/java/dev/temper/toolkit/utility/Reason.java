package dev.temper.toolkit.utility;

/**
 * One reason why a decision cannot be made.
 *
 * @param doubt its kind
 * @param sentence in words, with the sources and the numbers
 */
public record Reason(Doubt doubt, String sentence) {}
