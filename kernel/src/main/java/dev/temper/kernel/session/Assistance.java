package dev.temper.kernel.session;

import dev.temper.kernel.assist.Completion;
import dev.temper.kernel.assist.JavaAssistant;
import dev.temper.kernel.assist.Suggestion;
import dev.temper.kernel.cell.Cell;
import dev.temper.kernel.cell.Part;
import dev.temper.kernel.display.Markup;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Readiness;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Helps with a cell that is being typed, whether the cursor is in its Java or on the line of a magic. */
final class Assistance {
    private final JavaSession java;
    private final JavaAssistant assistant;
    private final Supplier<Magics> magics;

    Assistance(JavaSession java, Supplier<Magics> magics) {
        this.java = java;
        this.assistant = new JavaAssistant(java);
        this.magics = magics;
    }

    void warmUp() {
        assistant.warmUp();
    }

    Completion complete(String text, int cursor) {
        int percent = startOfMagic(text, cursor);
        if (percent < 0) {
            return isInBody(text, cursor) ? Completion.none(cursor) : assistant.complete(javaOf(text), cursor);
        }
        String typed = text.substring(percent, cursor);
        int word = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\t')) + 1;
        List<Suggestion> found =
                magics.get().candidates(typed).stream().map(this::suggestion).toList();
        return new Completion(found, percent + word, cursor);
    }

    private Suggestion suggestion(String candidate) {
        if (candidate.startsWith("%")) {
            String summary = magics.get()
                    .find(candidate.replaceFirst("^%{1,2}", ""))
                    .map(magic -> magic.usage().summary())
                    .orElse("");
            return new Suggestion(candidate, "magic", summary);
        }
        return new Suggestion(candidate, candidate.startsWith("-") ? "option" : "value", "");
    }

    Optional<MimeBundle> inspect(String text, int cursor, int detail) {
        int percent = startOfMagic(text, cursor);
        if (percent < 0) {
            return isInBody(text, cursor) ? Optional.empty() : assistant.inspect(javaOf(text), cursor, detail);
        }
        String name = text.substring(percent).replaceFirst("^%{1,2}(\\w*)(?s:.*)$", "$1");
        return magics.get().find(name).map(Magic::usage).map(usage -> help(usage.help()));
    }

    private static MimeBundle help(String text) {
        return MimeBundle.plain(text)
                .with("text/markdown", "```text\n" + text.strip() + "\n```")
                .with(
                        MimeBundle.HTML,
                        "<pre style=\"margin:0;padding:0;white-space:pre-wrap;background:none\">" + Markup.html(text)
                                + "</pre>");
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

    /** Whether the cursor is in the lines below a cell magic, which need not be Java. */
    private static boolean isInBody(String text, int cursor) {
        return parts(text).stream()
                .anyMatch(part -> part instanceof Part.Call call
                        && call.invocation().kind() == Kind.CELL
                        && cursor > offset(text, call.invocation().line() + 1) - 1);
    }

    /** The cell with the lines of its magics blanked, so that each place stays where it is. */
    private static String javaOf(String text) {
        StringBuilder java = new StringBuilder(text);
        for (Part part : parts(text)) {
            if (part instanceof Part.Call call) {
                blank(java, call.invocation(), "");
            } else if (part instanceof Part.Assignment assignment) {
                boolean typed =
                        !assignment.type().isEmpty() && !assignment.type().equals("var");
                blank(
                        java,
                        assignment.invocation(),
                        typed ? assignment.type() + " " + assignment.variable() + ";" : "");
            }
        }
        return java.toString();
    }

    /** Blanks a line and those it goes on in, putting a declaration in its place that is no longer than it. */
    private static void blank(StringBuilder java, Invocation invocation, String declaration) {
        int start = offset(java.toString(), invocation.line());
        int end = start;
        boolean goesOn = true;
        while (goesOn && end < java.length()) {
            int next = java.indexOf("\n", end);
            int lineEnd = next < 0 ? java.length() : next;
            goesOn = java.substring(end, lineEnd).stripTrailing().endsWith("\\") && next >= 0;
            end = goesOn ? lineEnd + 1 : lineEnd;
        }
        for (int i = start; i < end; i++) {
            if (java.charAt(i) != '\n') {
                java.setCharAt(i, ' ');
            }
        }
        if (declaration.length() <= end - start && java.indexOf("\n", start) != start) {
            java.replace(start, start + declaration.length(), declaration);
        }
    }

    private static int offset(String text, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', at);
            at = next < 0 ? text.length() : next + 1;
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
