package dev.temper.toolkit.magic;

import dev.temper.kernel.display.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table for reading: columns with titles, rows of text. Shown as HTML with inline styles alone, because a notebook that is
 * opened untrusted keeps nothing else; as LaTeX for papers; and as plain text.
 */
record Grid(List<Column> columns, List<List<String>> rows) {
    private static final String CELL = "padding:2px 10px;border:none;white-space:nowrap;";

    /** A title, and whether the column holds numbers, which are set to the right. */
    record Column(String title, boolean numeric) {
        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    Grid {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    MimeBundle bundle(String note) {
        return MimeBundle.of("text/html", html(note))
                .with("text/latex", latex())
                .with("text/plain", text() + (note.isEmpty() ? "" : "\n" + note));
    }

    String html(String note) {
        StringBuilder out = new StringBuilder(
                "<div style=\"overflow-x:auto;\"><table class=\"dataframe\" style=\"border-collapse:collapse;font-size:13px;\">"
                        + "<thead><tr>");
        for (Column column : columns) {
            out.append("<th style=\"")
                    .append(CELL)
                    .append("border-bottom:1px solid #888;text-align:")
                    .append(column.numeric() ? "right" : "left")
                    .append(";\">")
                    .append(escape(column.title()))
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
                        .append(escape(row.get(i)))
                        .append("</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table></div>");
        if (!note.isEmpty()) {
            out.append("<div style=\"font-size:12px;padding:4px 10px;opacity:0.75;\">")
                    .append(escape(note))
                    .append("</div>");
        }
        return out.toString();
    }

    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::title).toList());
        lines.addAll(rows);
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder shown = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - line.get(i).length());
                shown.append(i == 0 ? "" : "  ");
                shown.append(columns.get(i).numeric() ? pad + line.get(i) : line.get(i) + pad);
            }
            out.append(shown.toString().stripTrailing()).append('\n');
        }
        return out.toString().stripTrailing();
    }

    /** A booktabs tabular. */
    String latex() {
        String alignment =
                columns.stream().map(column -> column.numeric() ? "r" : "l").collect(Collectors.joining());
        StringBuilder out = new StringBuilder("\\begin{tabular}{" + alignment + "}\n\\toprule\n");
        out.append(latexRow(columns.stream().map(Column::title).toList())).append("\\midrule\n");
        rows.forEach(row -> out.append(latexRow(row)));
        return out.append("\\bottomrule\n\\end{tabular}").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String latexRow(List<String> cells) {
        return cells.stream().map(Grid::latexText).collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    private static String latexText(String text) {
        return text.replace("\\", "\\textbackslash ")
                .replaceAll("([&%$#_{}])", "\\\\$1")
                .replace("~", "\\textasciitilde ")
                .replace("^", "\\textasciicircum ")
                .replace("±", "$\\pm$")
                .replace("–", "--");
    }
}
