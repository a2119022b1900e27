package dev.temper.kernel.source;

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
public record Token(Kind kind, String text, int start) {
    /** What a token can be. */
    public enum Kind {
        /** A comment. */
        COMMENT,
        /** A text, a character or a number. */
        LITERAL,
        /** A name or a keyword. */
        WORD,
        /** Anything else. */
        SIGN
    }

    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z))"
            + "|(?<literal>\"\"\"(?s:.*?)(?:(?<!\\\\)\"\"\"|\\z)"
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+(?:\"|(?=\\n)|\\z|\\\\)"
            + "|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+(?:'|(?=\\n)|\\z|\\\\)"
            + "|\\d\\w*+(?:\\.\\w*+)?)"
            + "|(?<word>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+)"
            + "|(?<sign>->|::|==|!=|<=|>=|\\S)");

    /**
     * Cuts source into its tokens, without the white space between them; what is not closed reaches to the end.
     *
     * @param source the source, in whatever state
     * @return the tokens, comments included
     */
    public static List<Token> of(String source) {
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

    /**
     * Cuts source into its tokens, and leaves out comments.
     *
     * @param source the source, in whatever state
     * @return the tokens
     */
    public static List<Token> code(String source) {
        return of(source).stream().filter(token -> token.kind != Kind.COMMENT).toList();
    }

    /**
     * Tells where it ends.
     *
     * @return the place in the source behind its last character
     */
    public int end() {
        return start + text.length();
    }

    /**
     * Tells whether it is a certain word or sign.
     *
     * @param other the word or the sign
     * @return whether it is; never for a literal or a comment
     */
    public boolean is(String other) {
        return kind != Kind.LITERAL && kind != Kind.COMMENT && text.equals(other);
    }

    /**
     * Tells whether it is a name or a keyword.
     *
     * @return whether it is
     */
    public boolean isName() {
        return kind == Kind.WORD;
    }

    /**
     * Tells whether it is an opening bracket.
     *
     * @return whether it is; not for the angle brackets of types
     */
    public boolean opens() {
        return is("(") || is("[") || is("{");
    }

    /**
     * Tells whether it is a closing bracket.
     *
     * @return whether it is; not for the angle brackets of types
     */
    public boolean closes() {
        return is(")") || is("]") || is("}");
    }

    /**
     * Tells whether it is a comment or a text that goes on where it ends.
     *
     * @return whether it does
     */
    public boolean open() {
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
