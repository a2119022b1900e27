package dev.temper.kernel.eval;

/**
 * Where source comes from.
 *
 * @param name the cell or the file that it is of, as the user is to be told
 * @param line the line of it that the source begins on, counted from 1
 */
public record Origin(String name, int line) {
    /**
     * Tells that source is of a cell.
     *
     * @param cell the number of the cell
     * @param line the line of the cell that the source begins on, counted from 1
     */
    public Origin(int cell, int line) {
        this("Cell [" + cell + "]", line);
    }

    /**
     * Names the place where the source begins.
     *
     * @return such as {@code Cell [4], line 2}
     */
    public String place() {
        return place(0);
    }

    /** Names the place some lines further down. */
    String place(int linesDown) {
        return name + ", line " + (line + linesDown);
    }

    /** The place of source that begins some lines further down. */
    Origin plus(int linesDown) {
        return new Origin(name, line + linesDown);
    }
}
