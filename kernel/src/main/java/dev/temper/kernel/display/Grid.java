package dev.temper.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table for reading: columns with titles, rows of text. Shown as HTML with inline styles alone, because a notebook that is
 * opened untrusted keeps nothing else; as LaTeX for papers; and as plain text.
 *
 * @param columns the columns
 * @param rows the text of each cell, row by row
 */
public record Grid(List<Column> columns, List<List<String>> rows) {
    private static final String CELL = "padding:2px 10px;border:none;white-space:nowrap;";

    /**
     * A column.
     *
     * @param title what stands above it
     * @param numeric whether it holds numbers, which are set to the right
     */
    public record Column(String title, boolean numeric) {
        /**
         * Makes a column of text.
         *
         * @param title what stands above it
         * @return the column
         */
        public static Column text(String title) {
            return new Column(title, false);
        }

        /**
         * Makes a column of numbers.
         *
         * @param title what stands above it
         * @return the column
         */
        public static Column number(String title) {
            return new Column(title, true);
        }
    }

    /**
     * Copies the rows.
     *
     * @param columns the columns
     * @param rows the text of each cell, row by row
     * @throws IllegalArgumentException when a row has not as many cells as there are columns
     */
    public Grid {
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "each row must have " + columns.size() + " cells, but one has " + row.size() + ": " + row);
            }
        }
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Shows the table in all its formats.
     *
     * @param note what to say below it; may be empty
     * @return the bundle
     */
    public MimeBundle bundle(String note) {
        return MimeBundle.of("text/html", html(note))
                .with("text/latex", latex())
                .with("text/plain", text() + (note.isEmpty() ? "" : "\n" + note));
    }

    /**
     * Writes the table as HTML.
     *
     * @param note what to say below it; may be empty
     * @return a part of a page
     */
    public String html(String note) {
        StringBuilder out = new StringBuilder(
                "<div style=\"overflow-x:auto;\"><table class=\"dataframe\" style=\"border-collapse:collapse;margin:0;font-size:13px;\">"
                        + "<thead><tr>");
        for (Column column : columns) {
            out.append("<th style=\"")
                    .append(CELL)
                    .append("border-bottom:1px solid #888;text-align:")
                    .append(column.numeric() ? "right" : "left")
                    .append(";\">")
                    .append(Markup.html(column.title()))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < columns.size(); i++) {
                out.append("<td style=\"")
                        .append(CELL)
                        .append("text-align:")
                        .append(columns.get(i).numeric() ? "right" : "left")
                        .append(";\">")
                        .append(Markup.html(row.get(i)))
                        .append("</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table></div>");
        if (!note.isEmpty()) {
            out.append("<div style=\"font-size:12px;padding:4px 10px;opacity:0.75;\">")
                    .append(Markup.html(note))
                    .append("</div>");
        }
        return out.toString();
    }

    /**
     * Writes the table as plain text.
     *
     * @return a line for the titles and for each row
     */
    public String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::title).toList());
        lines.addAll(rows);
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder shown = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - length(line.get(i)));
                shown.append(i == 0 ? "" : "  ");
                shown.append(columns.get(i).numeric() ? pad + line.get(i) : line.get(i) + pad);
            }
            out.append(shown.toString().stripTrailing()).append('\n');
        }
        return out.toString().stripTrailing();
    }

    /**
     * Writes the table as LaTeX.
     *
     * @return a tabular environment that needs the package booktabs
     */
    public String latex() {
        String alignment =
                columns.stream().map(column -> column.numeric() ? "r" : "l").collect(Collectors.joining());
        StringBuilder out = new StringBuilder("\\begin{tabular}{" + alignment + "}\n\\toprule\n");
        out.append(latexRow(columns.stream().map(Column::title).toList())).append("\\midrule\n");
        rows.forEach(row -> out.append(latexRow(row)));
        return out.append("\\bottomrule\n\\end{tabular}").toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String latexRow(List<String> cells) {
        return cells.stream().map(Markup::latex).collect(Collectors.joining(" & ", "", " \\\\\n"));
    }
}
