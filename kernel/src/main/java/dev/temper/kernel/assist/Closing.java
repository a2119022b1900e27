package dev.temper.kernel.assist;

import dev.temper.kernel.source.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Closes what is open at the end of a piece that is being typed. */
final class Closing {
    private static final Set<String> WITH_BLOCK =
            Set.of("if", "for", "while", "switch", "try", "catch", "synchronized");

    private Closing() {}

    /** What must be added to the source, a semicolon at least. */
    static String of(String source) {
        Deque<String> closing = new ArrayDeque<>();
        Token before = new Token(Token.Kind.SIGN, ";", 0);
        for (Token token : Token.of(source)) {
            if (token.kind() == Token.Kind.COMMENT) {
                continue;
            }
            if (token.opens()) {
                closing.push(of(token, before));
            } else if (token.closes() && !closing.isEmpty()) {
                closing.pop();
            }
            before = token;
        }
        return String.join("", closing) + ";";
    }

    private static String of(Token open, Token before) {
        return switch (open.text()) {
            case "(" -> WITH_BLOCK.contains(before.text()) ? ") {}" : ")";
            case "[" -> "]";
            default -> before.is("=") || before.is("]") || before.is("(") || before.is(",") ? "}" : ";}";
        };
    }
}
