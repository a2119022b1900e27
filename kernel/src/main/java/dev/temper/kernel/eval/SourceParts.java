package dev.temper.kernel.eval;

import dev.temper.kernel.source.Token;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts source into the declarations, statements and expressions that JShell takes one at a time. */
final class SourceParts {
    /**
     * One piece.
     *
     * @param source its text, with the white space and comments before it, as JShell wants it
     * @param origin where that text begins
     * @param wellFormed whether it can be parsed
     * @param silenced whether it was typed with a semicolon at its end, which says not to show its value
     * @param kind what it is
     */
    record Piece(String source, Origin origin, boolean wellFormed, boolean silenced, PieceKind kind) {}

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
            if (completeness != Completeness.COMPLETE && completeness != Completeness.COMPLETE_WITH_SEMI) {
                pieces.add(new Piece(rest, at, false, false, PieceKind.OTHER));
                break;
            }
            String remaining = info.remaining();
            String taken = rest.substring(0, rest.length() - remaining.length());
            List<Token> tokens = Token.code(taken);
            boolean silenced =
                    !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";");
            pieces.add(new Piece(info.source(), at, true, silenced, PieceKind.of(tokens)));
            at = at.plus((int) taken.chars().filter(c -> c == '\n').count());
            rest = remaining;
        }
        return pieces;
    }
}
