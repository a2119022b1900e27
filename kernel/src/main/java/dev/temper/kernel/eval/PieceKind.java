package dev.temper.kernel.eval;

import dev.temper.kernel.source.Token;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * What a piece of source is, as far as its first tokens tell for certain. Asking the compiler would take as long as
 * running a small piece does.
 */
enum PieceKind {
    /** Cannot declare anything, and has no value. */
    STATEMENT,
    /** Cannot declare anything, and sets a variable. */
    ASSIGNMENT,
    /** Cannot declare anything, and may have a value. */
    EXPRESSION,
    /** Anything else. */
    OTHER;

    private static final Set<String> BEGIN_STATEMENTS =
            Set.of("for", "while", "do", "if", "try", "switch", "throw", "assert", "{");
    private static final Set<String> BEGIN_EXPRESSIONS = Set.of("new", "(", "+", "-", "!", "~", "true", "false");
    private static final Set<String> FOLLOW_DECLARED_TYPES = Set.of("<", "@", "->", ":", "::");

    static PieceKind of(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return OTHER;
        }
        String first = tokens.get(0).text();
        if (BEGIN_STATEMENTS.contains(first)
                || (first.equals("synchronized") && at(tokens, 1).equals("("))) {
            // a return leaves the method it stands in, which is then that of its own piece
            return tokens.stream().anyMatch(token -> token.is("return")) ? OTHER : STATEMENT;
        }
        if (BEGIN_EXPRESSIONS.contains(first) || "\"'0123456789".indexOf(first.charAt(0)) >= 0) {
            return EXPRESSION;
        }
        return isPlainName(first) ? afterName(tokens) : OTHER;
    }

    /** Tells an expression from a declaration, which has a name after that of its type. */
    private static PieceKind afterName(List<Token> tokens) {
        int next = 1;
        while (at(tokens, next).equals(".") && isPlainName(at(tokens, next + 1))) {
            next += 2;
        }
        String follower = at(tokens, next);
        if (follower.equals("=") && next == 1) {
            return ASSIGNMENT;
        }
        boolean declares = FOLLOW_DECLARED_TYPES.contains(follower)
                || (follower.equals("[") && at(tokens, next + 1).equals("]"))
                || (follower.equals(".") && at(tokens, next + 1).equals("@"))
                || (isName(follower) && !follower.equals("instanceof"));
        return declares ? OTHER : EXPRESSION;
    }

    private static boolean isPlainName(String token) {
        return isName(token) && !SourceVersion.isKeyword(token);
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
    }

    private static String at(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).text() : "";
    }
}
