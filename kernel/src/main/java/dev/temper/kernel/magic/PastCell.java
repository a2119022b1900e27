package dev.temper.kernel.magic;

/**
 * A cell that was run.
 *
 * @param session which start of a kernel ran it; greater is later
 * @param number its number, as the page showed it in brackets
 * @param text its text
 */
public record PastCell(int session, int number, String text) {}
