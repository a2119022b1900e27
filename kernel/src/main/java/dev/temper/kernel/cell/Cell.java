package dev.temper.kernel.cell;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.MagicException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the text of a cell into its parts.
 *
 * <p>A line is the call of a magic when a statement could begin on it and it begins with a percent sign and a name, or
 * assigns such a call to a variable. After an expression that no semicolon ends, the name must be that of a magic there
 * is. A percent sign anywhere else is Java's. {@code !command} and {@code name?} are calls of magics too.
 */
public final class Cell {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%([A-Za-z_]\\w*)(.*)");
    private static final Pattern HELP = Pattern.compile("\\s*%%\\w+\\?{1,2}\\s*;?\\s*");
    private static final Pattern NBVAL_MARKER = Pattern.compile("\\s*#\\s*NBVAL_\\w+.*");

    private Cell() {}

    /**
     * Cuts a cell of a notebook that nothing is known of.
     *
     * @param text the cell
     * @return its parts in order, empty when there is nothing but white space
     * @throws MagicException when a cell magic stands below other code
     */
    public static List<Part> parts(String text) {
        return parts(text, Names.NONE);
    }

    /**
     * Cuts a cell.
     *
     * @param text the cell
     * @param names what names mean in its notebook
     * @return its parts in order, empty when there is nothing but white space
     * @throws MagicException when a cell magic stands below other code
     */
    public static List<Part> parts(String text, Names names) {
        List<String> lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() && isPassedOver(lines.get(first))) {
            first++;
        }
        if (first < lines.size()) {
            Matcher cell = CELL_MAGIC.matcher(lines.get(first));
            if (cell.matches() && !HELP.matcher(lines.get(first)).matches()) {
                String body = String.join("\n", lines.subList(first + 1, lines.size()));
                return List.of(new Part.Call(
                        new Invocation(Kind.CELL, cell.group(1), cell.group(2).strip(), body, first + 1)));
            }
        }
        return new Cutter(lines, names).cut();
    }

    private static boolean isPassedOver(String line) {
        return line.isBlank()
                || line.stripLeading().startsWith("//")
                || NBVAL_MARKER.matcher(line).matches();
    }

    /** One way through the lines of a cell. */
    private static final class Cutter {
        private final List<String> lines;
        private final CallLine calls;
        private final List<Part> parts = new ArrayList<>();
        private final JavaLines java = new JavaLines();
        private final List<String> javaLines = new ArrayList<>();
        private int next;

        Cutter(List<String> lines, Names names) {
            this.lines = lines;
            this.calls = new CallLine(new Names() {
                @Override
                public boolean isMagic(String name) {
                    return names.isMagic(name);
                }

                @Override
                public boolean isVariable(String name) {
                    return isNamedAbove(name) || names.isVariable(name);
                }
            });
        }

        /** Whether a line above may declare a name: it need not have run yet. */
        private boolean isNamedAbove(String name) {
            Pattern declared = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*(?:[=;,:)]|$)");
            return lines.subList(0, next).stream()
                    .anyMatch(line -> declared.matcher(line).find());
        }

        List<Part> cut() {
            while (next < lines.size()) {
                JavaLines.Position position = java.position();
                Joined joined = joined();
                Optional<Part> call = position == JavaLines.Position.WITHIN
                        ? Optional.empty()
                        : calls.read(joined.text, next + 1, position == JavaLines.Position.STATEMENT);
                if (call.isPresent()) {
                    endJava();
                    parts.add(call.get());
                    next += joined.count;
                    java.startAnew();
                } else {
                    refuseCellMagic(position);
                    takeJava();
                }
            }
            endJava();
            return List.copyOf(parts);
        }

        private void refuseCellMagic(JavaLines.Position position) {
            String line = lines.get(next);
            if (position != JavaLines.Position.WITHIN
                    && CELL_MAGIC.matcher(line).matches()) {
                throw new MagicException(line.strip().split("\\s", 2)[0]
                        + " must stand on the first line of its cell, but is on line " + (next + 1) + ".");
            }
        }

        /** Takes a line of Java, or an empty one in place of a marker that nbval looks for. */
        private void takeJava() {
            String line = lines.get(next);
            boolean marker = !java.isInText() && NBVAL_MARKER.matcher(line).matches();
            String taken = marker ? "" : line;
            java.read(taken);
            javaLines.add(taken);
            next++;
        }

        private void endJava() {
            String source = String.join("\n", javaLines);
            if (!source.isBlank()) {
                parts.add(new Part.Java(source, next - javaLines.size() + 1));
            }
            javaLines.clear();
        }

        /**
         * A line, and those below it that belong to it if it is a call.
         *
         * @param text the lines in one
         * @param count how many they are
         */
        private record Joined(String text, int count) {}

        private Joined joined() {
            StringBuilder all = new StringBuilder(lines.get(next));
            int count = 1;
            while (all.toString().stripTrailing().endsWith("\\") && next + count < lines.size()) {
                all.setLength(all.lastIndexOf("\\"));
                all.append(lines.get(next + count));
                count++;
            }
            return new Joined(all.toString(), count);
        }
    }
}
