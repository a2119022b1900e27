package dev.temper.kernel.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/**
 * One thing that the compiler objects to.
 *
 * @param place the cell and the line
 * @param message what is wrong
 * @param source the line of source, empty when it is not known
 * @param column where in that line the error begins, counted from 0
 * @param length how many characters it covers, at least 1
 */
public record CompileError(String place, String message, String source, int column, int length) {
    /**
     * Writes the error as several lines: the place and the message, the line of source, and carets below.
     *
     * @return the lines
     */
    public List<String> lines() {
        if (source.isBlank()) {
            return List.of(place + ": " + message);
        }
        String indent = source.substring(0, column).replaceAll("[^\t]", " ");
        return List.of(place + ": " + message, "    " + source, "    " + indent + "^".repeat(length));
    }

    /** Reads what the compiler says of a snippet of which some characters were added in front. */
    static CompileError of(Diag diag, String source, Origin origin, int added) {
        int start = clamp((int) diag.getStartPosition() - added, source);
        int end = Math.max(start, clamp((int) diag.getEndPosition() - added, source));
        int position = clamp((int) diag.getPosition() - added, source);
        int shown = source.startsWith("\n", start) || position > end ? start : position;
        int lineStart = source.lastIndexOf('\n', Math.max(0, shown - 1)) + 1;
        if (shown < lineStart) {
            lineStart = shown;
        }
        int lineEnd = source.indexOf('\n', lineStart);
        String line = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
        int from = Math.max(start, lineStart);
        int length = Math.max(1, Math.min(end, lineStart + line.length()) - from);
        int linesDown = (int)
                source.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        return new CompileError(
                origin.place(linesDown), message(diag), line, Math.min(from - lineStart, line.length()), length);
    }

    private static int clamp(int position, String source) {
        return Math.max(0, Math.min(position, source.length()));
    }

    private static String message(Diag diag) {
        return Arrays.stream(diag.getMessage(Locale.ENGLISH).split("\n"))
                .map(String::strip)
                .filter(line -> !line.startsWith("location:"))
                .map(line -> line.replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "").replaceAll("\\s+", " "))
                .collect(Collectors.joining(", "));
    }
}
