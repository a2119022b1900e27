package dev.temper.toolkit.law;

/**
 * One parameter of a law.
 *
 * @param name its symbol, as the formula writes it
 * @param unit its unit in words
 * @param meaning one phrase that says what it is
 */
public record Parameter(String name, String unit, String meaning) {}
