package dev.temper.kernel.session;

import dev.temper.kernel.cell.Cell;
import dev.temper.kernel.cell.Part;
import dev.temper.kernel.eval.Completion;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Readiness;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Helps with a cell that is being typed, whether the cursor is in its Java or on the line of a magic. */
final class Assistance {
    private final JavaSession java;
    private final Supplier<Magics> magics;

    Assistance(JavaSession java, Supplier<Magics> magics) {
        this.java = java;
        this.magics = magics;
    }

    Completion complete(String text, int cursor) {
        int percent = startOfMagic(text, cursor);
        if (percent >= 0) {
            String typed = text.substring(percent, cursor);
            int word = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\t')) + 1;
            return new Completion(magics.get().candidates(typed), percent + word, cursor);
        }
        Stretch stretch = javaAround(text, cursor);
        Completion found = java.complete(stretch.source, cursor - stretch.start);
        return new Completion(found.candidates(), found.start() + stretch.start, found.end() + stretch.start);
    }

    Optional<String> inspect(String text, int cursor) {
        int percent = startOfMagic(text, cursor);
        if (percent >= 0) {
            String name = text.substring(percent).replaceFirst("^%{1,2}(\\w*)(?s:.*)$", "$1");
            return magics.get().find(name).map(magic -> magic.usage().help());
        }
        Stretch stretch = javaAround(text, cursor);
        return java.inspect(stretch.source, cursor - stretch.start);
    }

    Readiness readiness(String text) {
        List<Part> parts = parts(text);
        if (parts.isEmpty()) {
            return text.isBlank() ? Readiness.COMPLETE : Readiness.INVALID;
        }
        Part last = parts.get(parts.size() - 1);
        if (last instanceof Part.Java source) {
            return java.readiness(source.source());
        }
        boolean needsBody = last instanceof Part.Call call && call.invocation().kind() == Kind.CELL;
        return needsBody && !text.endsWith("\n") ? Readiness.INCOMPLETE : Readiness.COMPLETE;
    }

    /** Where the percent sign of the magic stands on whose line the cursor is, or -1. */
    private static int startOfMagic(String text, int cursor) {
        int lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int lineEnd = text.indexOf('\n', lineStart);
        String typed = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
        boolean onMagic = parts(text).stream().anyMatch(part -> invocationLine(part) == line);
        boolean barePercent = typed.strip().matches("%{1,2}");
        int percent = text.indexOf('%', lineStart);
        return (onMagic || barePercent) && percent >= 0 && percent < cursor ? percent : -1;
    }

    private static int invocationLine(Part part) {
        if (part instanceof Part.Call call) {
            return call.invocation().line();
        }
        return part instanceof Part.Assignment assignment
                ? assignment.invocation().line()
                : 0;
    }

    /** Some Java of a cell, and where in the cell it begins. */
    private record Stretch(String source, int start) {}

    private static Stretch javaAround(String text, int cursor) {
        Stretch found = new Stretch("", cursor);
        for (Part part : parts(text)) {
            if (part instanceof Part.Java java) {
                int start = offset(text, java.line());
                if (start <= cursor && cursor <= start + java.source().length()) {
                    found = new Stretch(java.source(), start);
                }
            }
        }
        return found;
    }

    private static int offset(String text, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }

    private static List<Part> parts(String text) {
        try {
            return Cell.parts(text);
        } catch (MagicException e) {
            return List.of(); // it will be told when the cell is run
        }
    }
}
