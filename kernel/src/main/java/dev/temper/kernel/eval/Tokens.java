package dev.temper.kernel.eval;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts source into tokens, without white space and comments. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?s)(?<skipped>\\s++|//[^\\n]*+|/\\*.*?\\*/)"
            + "|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\\n]++|\\\\.)*+'"
            + "|\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+|\\d[\\w.]*+"
            + "|->|::|==|!=|<=|>=|.");

    private Tokens() {}

    /**
     * One token.
     *
     * @param text its text
     * @param start where it begins in the source
     * @param end where it ends
     */
    record Token(String text, int start, int end) {
        boolean is(String other) {
            return text.equals(other);
        }

        boolean isName() {
            return Character.isJavaIdentifierStart(text.charAt(0));
        }
    }

    static List<Token> of(String source) {
        return TOKEN.matcher(source)
                .results()
                .filter(token -> token.group(1) == null)
                .map(Tokens::token)
                .toList();
    }

    private static Token token(MatchResult match) {
        return new Token(match.group(), match.start(), match.end());
    }
}
