package dev.temper.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts source into the declarations, statements and expressions that JShell takes one at a time. */
final class SourceParts {
    private static final Pattern TOKEN = Pattern.compile("(?s)(?<comment>//[^\\n]*|/\\*.*?\\*/)"
            + "|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\\n]++|\\\\.)*+'|\\S");

    /**
     * One piece.
     *
     * @param source its text, with the white space and comments before it, as JShell wants it
     * @param origin where that text begins
     * @param wellFormed whether it can be parsed
     * @param silenced whether it was typed with a semicolon at its end, which says not to show its value
     */
    record Piece(String source, Origin origin, boolean wellFormed, boolean silenced) {}

    private SourceParts() {}

    static List<Piece> of(String source, Origin origin, SourceCodeAnalysis analysis) {
        List<Piece> pieces = new ArrayList<>();
        String rest = source;
        Origin at = origin;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            Completeness completeness = info.completeness();
            if (completeness == Completeness.EMPTY) {
                break;
            }
            if (completeness == Completeness.UNKNOWN || completeness == Completeness.DEFINITELY_INCOMPLETE) {
                pieces.add(new Piece(rest, at, false, false));
                break;
            }
            String remaining = info.remaining();
            String taken = rest.substring(0, rest.length() - remaining.length());
            pieces.add(new Piece(info.source(), at, true, endsInSemicolon(taken)));
            at = at.plus((int) taken.chars().filter(c -> c == '\n').count());
            rest = remaining;
        }
        return pieces;
    }

    private static boolean endsInSemicolon(String source) {
        Matcher token = TOKEN.matcher(source);
        boolean semicolon = false;
        while (token.find()) {
            semicolon = token.group("comment") == null ? token.group().equals(";") : semicolon;
        }
        return semicolon;
    }
}
