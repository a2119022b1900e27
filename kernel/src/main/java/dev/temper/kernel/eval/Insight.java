package dev.temper.kernel.eval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Tells of source that is being typed what it means and what it can become. */
final class Insight {
    private static final int MOST_DOCUMENTED = 12;

    private final SourceCodeAnalysis analysis;

    Insight(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    Completion complete(String source, int cursor) {
        int from = startOfPiece(source, cursor);
        int[] anchor = {0};
        List<Suggestion> found = analysis.completionSuggestions(source.substring(from, cursor), cursor - from, anchor);
        List<String> candidates = Stream.concat(
                        found.stream().filter(Suggestion::matchesType),
                        found.stream().filter(suggestion -> !suggestion.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new Completion(candidates, found.isEmpty() ? cursor : from + anchor[0], cursor);
    }

    /** Where the declaration, statement or expression begins that the cursor is in. */
    private int startOfPiece(String source, int cursor) {
        String rest = source.substring(0, cursor);
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            boolean more = info.completeness() == Completeness.COMPLETE
                    && info.remaining().length() < rest.length()
                    && !info.remaining().isBlank();
            if (!more) {
                break;
            }
            rest = info.remaining();
        }
        return cursor - rest.length();
    }

    /** Signatures and documentation of what stands at the cursor, or of the call that is open there. */
    Optional<String> inspect(String source, int cursor) {
        int end = cursor;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        String text = source.substring(startOfPiece(source, end), end);
        boolean onName = !text.isEmpty() && Character.isJavaIdentifierPart(text.charAt(text.length() - 1));
        for (String attempt : onName ? List.of(text + "(", text) : List.of(text)) {
            List<Documentation> found = analysis.documentation(attempt, attempt.length(), true);
            if (!found.isEmpty()) {
                Set<String> shown = found.stream()
                        .limit(MOST_DOCUMENTED)
                        .map(Insight::shown)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                return Optional.of(String.join("\n\n", shown));
            }
        }
        return Optional.empty();
    }

    private static String shown(Documentation documentation) {
        String text = documentation.javadoc();
        return text == null || text.isBlank()
                ? documentation.signature()
                : documentation.signature() + "\n"
                        + DocText.plain(text).indent(4).stripTrailing();
    }

    Readiness readiness(String source) {
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case UNKNOWN -> {
                    return Readiness.INVALID;
                }
                case DEFINITELY_INCOMPLETE -> {
                    return Readiness.INCOMPLETE;
                }
                case EMPTY, COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE ->
                    rest = info.completeness() == Completeness.EMPTY ? "" : info.remaining();
            }
        }
        return Readiness.COMPLETE;
    }
}
