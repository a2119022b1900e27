package dev.temper.kernel.assist;

import dev.temper.kernel.source.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A name in a cell.
 *
 * @param name the name
 * @param start where it begins
 */
record Point(String name, int start) {
    private static final Set<String> NOT_CALLED = Set.of(
            "if", "for", "while", "switch", "try", "catch", "synchronized", "return", "assert", "throw", "yield");

    /** The names that a question about a place can be about: the one that is there, then the calls that are open there. */
    static List<Point> at(String cell, int cursor) {
        List<Point> points = new ArrayList<>();
        List<Token> tokens = Token.of(cell).stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        tokens.stream()
                .filter(token -> token.kind() == Token.Kind.WORD && token.start() <= cursor && cursor <= token.end())
                .forEach(token -> points.add(new Point(token.text(), token.start())));
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size() && tokens.get(i).start() < cursor; i++) {
            if (tokens.get(i).opens()) {
                open.push(i);
            } else if (tokens.get(i).closes() && !open.isEmpty()) {
                open.pop();
            }
        }
        for (int bracket : open) {
            if (tokens.get(bracket).is("{")) {
                break; // what is called around a block is not what is typed in it
            }
            int called = beforeArguments(tokens, bracket);
            if (tokens.get(bracket).is("(") && called >= 0) {
                Token token = tokens.get(called);
                if (token.kind() == Token.Kind.WORD && !NOT_CALLED.contains(token.text())) {
                    points.add(new Point(token.text(), token.start()));
                }
            }
        }
        return points.stream().distinct().toList();
    }

    /** Where the name stands before a parenthesis: right before it, or before the type arguments there. */
    private static int beforeArguments(List<Token> tokens, int parenthesis) {
        int at = parenthesis - 1;
        if (at >= 0 && tokens.get(at).is(">")) {
            int depth = 0;
            do {
                depth += tokens.get(at).is(">") ? 1 : tokens.get(at).is("<") ? -1 : 0;
                at--;
            } while (at >= 0 && depth > 0);
        }
        return at;
    }

    /** Where it ends. */
    int end() {
        return start + name.length();
    }
}
