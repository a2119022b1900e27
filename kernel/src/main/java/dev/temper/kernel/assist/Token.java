package dev.temper.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word or sign of Java.
 *
 * @param kind what it is
 * @param text its text
 * @param start where it begins in the source
 */
record Token(Kind kind, String text, int start) {
    /** What a token can be. */
    enum Kind {
        COMMENT,
        LITERAL,
        WORD,
        SIGN
    }

    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z))"
            + "|(?<literal>\"\"\"(?s:.*?)(?:(?<!\\\\)\"\"\"|\\z)"
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+(?:\"|(?=\\n)|\\z|\\\\)"
            + "|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+(?:'|(?=\\n)|\\z|\\\\)"
            + "|\\d\\w*+(?:\\.\\w*+)?)"
            + "|(?<word>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+)"
            + "|(?<sign>->|::|\\S)");

    /** Cuts source into its tokens; what is not closed reaches to the end. */
    static List<Token> of(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            Kind kind = matcher.group("comment") != null
                    ? Kind.COMMENT
                    : matcher.group("literal") != null
                            ? Kind.LITERAL
                            : matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
            tokens.add(new Token(kind, matcher.group(), matcher.start()));
        }
        return tokens;
    }

    /** Where it ends. */
    int end() {
        return start + text.length();
    }

    /** Whether it is this word or sign. */
    boolean is(String other) {
        return kind != Kind.LITERAL && kind != Kind.COMMENT && text.equals(other);
    }

    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    boolean closes() {
        return is(")") || is("]") || is("}");
    }

    /** Whether it is a comment or a text that goes on where it ends. */
    boolean open() {
        return switch (kind) {
            case COMMENT -> text.startsWith("//") || text.length() < 4 || !text.endsWith("*/");
            case LITERAL -> {
                String quote = text.startsWith("\"\"\"") ? "\"\"\"" : text.substring(0, 1);
                yield (quote.startsWith("\"") || quote.equals("'"))
                        && (text.length() < 2 * quote.length() || !text.endsWith(quote));
            }
            case WORD, SIGN -> false;
        };
    }
}
