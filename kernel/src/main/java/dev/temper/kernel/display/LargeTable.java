package dev.temper.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of any size, of which a page gets an excerpt: the first and the last of its rows and of its columns.
 *
 * @param columns the columns
 * @param rows the number of rows
 * @param cells reads the cells, and no more of them than are shown
 */
public record LargeTable(List<Grid.Column> columns, int rows, Cells cells) {
    private static final int FIRST_ROWS = 20;
    private static final int LAST_ROWS = 5;
    private static final int FIRST_COLUMNS = 16;
    private static final int LAST_COLUMNS = 4;
    private static final int GAP = -1;

    /** Reads the cells of a table. */
    @FunctionalInterface
    public interface Cells {
        /**
         * Reads a cell.
         *
         * @param row its row, from 0
         * @param column its column, from 0
         * @return its text, on one line
         */
        String at(int row, int column);
    }

    /**
     * Copies the columns.
     *
     * @param columns the columns
     * @param rows the number of rows
     * @param cells reads the cells
     */
    public LargeTable {
        columns = List.copyOf(columns);
    }

    /**
     * Shows the excerpt as HTML, LaTeX and plain text.
     *
     * @param what what to say after the number of rows, such as {@code rows × 3 columns}
     * @return the bundle
     */
    public MimeBundle bundle(String what) {
        String note = String.format(Locale.ROOT, "%,d %s", rows, rows == 1 ? what.replaceFirst("^rows", "row") : what);
        if (rows > FIRST_ROWS + LAST_ROWS) {
            note += ", the first " + FIRST_ROWS + " and the last " + LAST_ROWS + " shown";
        }
        if (columns.size() > FIRST_COLUMNS + LAST_COLUMNS) {
            note += "; " + FIRST_COLUMNS + " + " + LAST_COLUMNS + " of " + columns.size() + " columns shown";
        }
        return grid().bundle(note);
    }

    private Grid grid() {
        List<Integer> shownColumns = excerpt(columns.size(), FIRST_COLUMNS, LAST_COLUMNS);
        List<List<String>> shown = new ArrayList<>();
        for (int row : excerpt(rows, FIRST_ROWS, LAST_ROWS)) {
            shown.add(shownColumns.stream()
                    .map(column -> row == GAP ? "⋮" : column == GAP ? "…" : cells.at(row, column))
                    .toList());
        }
        return new Grid(
                shownColumns.stream()
                        .map(column -> column == GAP ? Grid.Column.text("…") : columns.get(column))
                        .toList(),
                shown);
    }

    /** The rows that are shown of so many. */
    static List<Integer> shownRows(int rows) {
        return excerpt(rows, FIRST_ROWS, LAST_ROWS).stream()
                .filter(row -> row != GAP)
                .toList();
    }

    private static List<Integer> excerpt(int size, int first, int last) {
        List<Integer> shown = new ArrayList<>();
        boolean whole = size <= first + last;
        for (int i = 0; i < (whole ? size : first); i++) {
            shown.add(i);
        }
        if (!whole) {
            shown.add(GAP);
            for (int i = size - last; i < size; i++) {
                shown.add(i);
            }
        }
        return shown;
    }
}
