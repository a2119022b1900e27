package dev.temper.kernel.cell;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.MagicException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the text of a cell into its parts.
 *
 * <p>A line is the call of a magic when a statement could begin on it and it begins with a percent sign and a name, or
 * assigns such a call to a variable. A percent sign anywhere else is Java's.
 */
public final class Cell {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%([A-Za-z_]\\w*)(.*)");
    private static final Pattern LINE_MAGIC = Pattern.compile("\\s*%([A-Za-z_]\\w*)(?![\\w(])(.*)");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "\\s*(?:(?:final\\s+)?([A-Za-z_$][\\w$.]*(?:\\s*<[^=%]*>)?(?:\\s*\\[\\s*])*)\\s+)?([A-Za-z_$][\\w$]*)\\s*=\\s*%([A-Za-z_]\\w*)(.*)");

    private Cell() {}

    /**
     * Cuts a cell.
     *
     * @param text the cell
     * @return its parts in order, empty when there is nothing but white space
     * @throws MagicException when a cell magic stands below other code
     */
    public static List<Part> parts(String text) {
        List<String> lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() && (lines.get(first).isBlank() || isComment(lines.get(first)))) {
            first++;
        }
        if (first < lines.size()) {
            Matcher cell = CELL_MAGIC.matcher(lines.get(first));
            if (cell.matches()) {
                String body = String.join("\n", lines.subList(first + 1, lines.size()));
                return List.of(new Part.Call(
                        new Invocation(Kind.CELL, cell.group(1), cell.group(2).strip(), body, first + 1)));
            }
        }
        return new Cutter(lines).cut();
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("//");
    }

    /** One way through the lines of a cell. */
    private static final class Cutter {
        private final List<String> lines;
        private final List<Part> parts = new ArrayList<>();
        private final JavaLines java = new JavaLines();
        private final List<String> javaLines = new ArrayList<>();
        private int next;

        Cutter(List<String> lines) {
            this.lines = lines;
        }

        List<Part> cut() {
            while (next < lines.size()) {
                String line = lines.get(next);
                Matcher magic = LINE_MAGIC.matcher(line);
                Matcher assignment = ASSIGNMENT.matcher(line);
                if (!java.atStatement()) {
                    takeJava();
                } else if (CELL_MAGIC.matcher(line).matches()) {
                    throw new MagicException(line.strip().split("\\s", 2)[0]
                            + " must stand on the first line of its cell, but is on line " + (next + 1) + ".");
                } else if (magic.matches()) {
                    endJava();
                    parts.add(new Part.Call(invocation(magic.group(1), magic.group(2))));
                } else if (assignment.matches()) {
                    endJava();
                    String type = assignment.group(1) == null ? "" : assignment.group(1);
                    String arguments = assignment.group(4).stripTrailing().replaceFirst(";$", "");
                    parts.add(
                            new Part.Assignment(type, assignment.group(2), invocation(assignment.group(3), arguments)));
                } else {
                    takeJava();
                }
            }
            endJava();
            return List.copyOf(parts);
        }

        private void takeJava() {
            java.read(lines.get(next));
            javaLines.add(lines.get(next));
            next++;
        }

        private void endJava() {
            String source = String.join("\n", javaLines);
            if (!source.isBlank()) {
                parts.add(new Part.Java(source, next - javaLines.size() + 1));
            }
            javaLines.clear();
        }

        /** Takes the line of a call, and those below while each ends in a backslash. */
        private Invocation invocation(String name, String arguments) {
            int line = next + 1;
            StringBuilder all = new StringBuilder(arguments);
            next++;
            while (all.toString().stripTrailing().endsWith("\\") && next < lines.size()) {
                all.setLength(all.lastIndexOf("\\"));
                all.append(lines.get(next));
                next++;
            }
            return new Invocation(Kind.LINE, name, all.toString().strip(), "", line);
        }
    }
}
