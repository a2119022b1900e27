package dev.temper.kernel.assist;

import dev.temper.kernel.source.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a cell into pieces, whatever state it is in. It looks at words and brackets alone, so it needs no compiler and no
 * session.
 */
final class Pieces {
    private final List<Token> tokens;
    private final int length;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Token> outer = new ArrayList<>();
    private final Deque<Token> brackets = new ArrayDeque<>();
    private boolean endsWithBrace;
    private int start;

    private Pieces(String source) {
        this.tokens = Token.code(source);
        this.length = source.length();
    }

    /** The pieces in order. Together they make up the whole source, save white space and comments at its end. */
    static List<Piece> of(String source) {
        return new Pieces(source).cut();
    }

    private List<Piece> cut() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.opens()) {
                if (brackets.isEmpty()) {
                    endsWithBrace = token.is("{") && Piece.endsWithBrace(outer);
                    outer.add(token);
                }
                brackets.push(token);
            } else if (token.closes() && !brackets.isEmpty()) {
                brackets.pop();
                if (brackets.isEmpty()) {
                    outer.add(token);
                    if (token.is("}") && endsWithBrace && !goesOn(i + 1)) {
                        end(token, true);
                    }
                }
            } else if (brackets.isEmpty()) {
                outer.add(token);
                if (token.is(";") && !goesOn(i + 1)) {
                    end(token, true);
                }
            }
        }
        if (!outer.isEmpty()) {
            pieces.add(new Piece(Piece.kind(outer), start, length, false));
        }
        return pieces;
    }

    private boolean goesOn(int next) {
        if (next == tokens.size()) {
            return false;
        }
        Token token = tokens.get(next);
        boolean inDo = outer.get(0).is("do") && outer.stream().noneMatch(word -> word.is("while"));
        return token.is("else") || token.is("catch") || token.is("finally") || (inDo && token.is("while"));
    }

    private void end(Token last, boolean whole) {
        pieces.add(new Piece(Piece.kind(outer), start, last.end(), whole));
        start = last.end();
        outer.clear();
    }
}
