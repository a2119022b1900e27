package dev.temper.toolkit.magic;

/**
 * Something wrong in a study's text.
 *
 * @param line line of the text, from 1
 * @param column column of the line, from 1
 * @param message what must hold, what is there, and what to do
 */
public record Fault(int line, int column, String message) {}
