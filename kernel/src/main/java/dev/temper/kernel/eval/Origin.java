package dev.temper.kernel.eval;

/**
 * Where source comes from.
 *
 * @param cell the number of the cell
 * @param line the line of the cell that the source begins on, counted from 1
 */
public record Origin(int cell, int line) {
    /** Names the place some lines further down. */
    String place(int linesDown) {
        return "Cell [" + cell + "], line " + (line + linesDown);
    }

    /** The place of source that begins some lines further down. */
    Origin plus(int linesDown) {
        return new Origin(cell, line + linesDown);
    }
}
