package dev.temper.kernel.session;

import dev.temper.kernel.cell.Cell;
import dev.temper.kernel.cell.Part;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells, of a cell that is being typed, where its Java is and where the lines of its magics are. */
final class CellLayout {
    private final String text;
    private final Magics magics;
    private final List<Part> parts;

    CellLayout(String text, Magics magics) {
        this.text = text;
        this.magics = magics;
        this.parts = parts(text);
    }

    private static List<Part> parts(String text) {
        try {
            return Cell.parts(text);
        } catch (MagicException e) {
            return List.of(); // it will be told when the cell is run
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** Where the percent sign of the magic stands on whose line the cursor is, before any Java on it. */
    OptionalInt startOfMagic(int cursor) {
        int lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
        int lineEnd = text.indexOf('\n', lineStart);
        String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
        boolean onMagic = invocations().stream().anyMatch(call -> offset(text, call.line()) == lineStart);
        int percent = text.indexOf('%', lineStart);
        boolean before = (onMagic || line.strip().matches("%{1,2}")) && percent >= 0 && percent < cursor;
        OptionalInt java = before ? magics.javaStart(text.substring(percent, cursor)) : OptionalInt.empty();
        if (before && java.isPresent() && text.startsWith("%", percent + java.getAsInt())) {
            return OptionalInt.of(percent + java.getAsInt()); // a magic that another one runs
        }
        return before && java.isEmpty() ? OptionalInt.of(percent) : OptionalInt.empty();
    }

    /** Whether the cursor is in the lines below a cell magic that are not Java. */
    boolean isInBody(int cursor) {
        return invocations().stream()
                .anyMatch(call ->
                        call.kind() == Kind.CELL && cursor > offset(text, call.line() + 1) - 1 && !takesJava(call));
    }

    private List<Invocation> invocations() {
        return parts.stream().flatMap(part -> invocation(part).stream()).toList();
    }

    private static Optional<Invocation> invocation(Part part) {
        if (part instanceof Part.Call call) {
            return Optional.of(call.invocation());
        }
        return part instanceof Part.Assignment assignment ? Optional.of(assignment.invocation()) : Optional.empty();
    }

    private boolean takesJava(Invocation call) {
        return magics.find(call.name())
                .map(Magic::usage)
                .filter(Usage::takesJava)
                .isPresent();
    }

    /** The cell with the lines of its magics blanked, but for the Java on them; each place stays where it is. */
    String java() {
        StringBuilder java = new StringBuilder(text);
        for (Part part : parts) {
            invocation(part).ifPresent(call -> blank(java, call, declaration(part)));
        }
        return java.toString();
    }

    private static String declaration(Part part) {
        return part instanceof Part.Assignment assignment
                        && !assignment.type().isEmpty()
                        && !assignment.type().equals("var")
                ? assignment.type() + " " + assignment.variable() + ";"
                : "";
    }

    /** Blanks a line and those it goes on in, putting a declaration in its place that is no longer than it. */
    private void blank(StringBuilder java, Invocation call, String declaration) {
        int start = offset(text, call.line());
        int end = end(start);
        int kept = startOfJava(call, start, end);
        for (int i = start; i < kept; i++) {
            if (java.charAt(i) != '\n') {
                java.setCharAt(i, ' ');
            }
        }
        if (declaration.length() <= kept - start && java.indexOf("\n", start) != start) {
            java.replace(start, start + declaration.length(), declaration);
        }
    }

    /** The end of a line and of those it goes on in. */
    private int end(int start) {
        int end = start;
        boolean goesOn = true;
        while (goesOn && end < text.length()) {
            int next = text.indexOf('\n', end);
            int lineEnd = next < 0 ? text.length() : next;
            goesOn = text.substring(end, lineEnd).stripTrailing().endsWith("\\") && next >= 0;
            end = goesOn ? lineEnd + 1 : lineEnd;
        }
        return end;
    }

    private int startOfJava(Invocation call, int start, int end) {
        int percent = text.indexOf('%', start);
        if (percent < 0 || percent >= end || !takesJava(call)) {
            return end;
        }
        int java = percent + magics.javaStart(text.substring(percent, end)).orElse(end - percent);
        return java < end && "%!".indexOf(text.charAt(java)) >= 0 ? end : java;
    }

    private static int offset(String text, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', at);
            at = next < 0 ? text.length() : next + 1;
        }
        return at;
    }
}
