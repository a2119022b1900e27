package dev.temper.kernel.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Knows which line of which cell a frame of a stack trace stands for. JShell wraps each snippet into a class of its
 * own; the frame tells that class and a line of the wrapped text. (The lines that JShell itself reports count wrongly
 * when a snippet begins with empty lines.)
 */
final class SnippetPlaces {
    private static final Pattern WRAPPER = Pattern.compile("^(REPL\\.\\$JShell\\$\\d+[A-Z]*)(?:\\$.*)?$");

    /** A snippet, the class it was wrapped into, and where its source comes from. */
    private record Located(Snippet snippet, String wrapper, Origin origin) {}

    private final SourceCodeAnalysis analysis;
    private final Map<String, Located> byWrapper = new HashMap<>();

    SnippetPlaces(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Whether a class was made from a cell. */
    static boolean isOfCell(String className) {
        return WRAPPER.matcher(className).matches();
    }

    /** Remembers where a snippet comes from; called again when JShell has wrapped it anew. */
    synchronized void add(Snippet snippet, Origin origin) {
        String wrapper = analysis.wrapper(snippet).fullClassName();
        byWrapper.put(wrapper, new Located(snippet, wrapper, origin));
    }

    /** The cell and line of a frame, empty when the frame is not of a cell. */
    synchronized Optional<String> place(StackTraceElement frame) {
        Matcher matcher = WRAPPER.matcher(frame.getClassName());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Located located = byWrapper.get(matcher.group(1));
        return Optional.of(located == null ? "an earlier cell" : place(located, frame.getLineNumber()));
    }

    /** Remembers the new class of a snippet that JShell wrapped anew because another one changed. */
    synchronized void refresh(Snippet snippet) {
        byWrapper.values().stream()
                .filter(located -> located.snippet.equals(snippet))
                .map(Located::origin)
                .findFirst()
                .ifPresent(origin -> add(snippet, origin));
    }

    private String place(Located located, int wrappedLine) {
        SnippetWrapper wrapper = analysis.wrapper(located.snippet);
        if (!wrapper.fullClassName().equals(located.wrapper)) {
            return located.origin.name(); // changed since: its lines are no longer known
        }
        // what JShell itself writes stands right before the source that it belongs to
        NavigableMap<Integer, Integer> lines = lines(located.snippet.source(), wrapper);
        Map.@Nullable Entry<Integer, Integer> line = lines.ceilingEntry(wrappedLine);
        if (line == null) {
            line = lines.lastEntry();
        }
        return located.origin.place(line == null ? 0 : line.getValue());
    }

    /** The line of the snippet, from 0, by the line of the wrapped text, from 1. */
    private static NavigableMap<Integer, Integer> lines(String source, SnippetWrapper wrapper) {
        NavigableMap<Integer, Integer> lines = new TreeMap<>();
        String wrapped = wrapper.wrapped();
        int line = 0;
        for (int at = 0; at < source.length(); at++) {
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(source.charAt(at - 1));
            int there = starts ? wrapper.sourceToWrappedPosition(at) : 0;
            if (there > 0 && there <= wrapped.length() && !Character.isWhitespace(source.charAt(at))) {
                int wrappedLine = 1
                        + (int) wrapped.substring(0, there)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                lines.putIfAbsent(wrappedLine, line);
            }
            if (source.charAt(at) == '\n') {
                line++;
            }
        }
        return lines;
    }
}
