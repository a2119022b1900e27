package dev.temper.kernel.display.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON text (RFC 8259) as a tree. */
public final class JsonReader {
    private static final int DEEPEST = 100;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*+)(\\.\\d++)?([eE][+-]?\\d++)?");

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @return the tree
     * @throws IllegalArgumentException when it is not JSON, with the line and the column
     */
    public static @Nullable Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object tree = reader.value(0);
        reader.next();
        if (reader.at < text.length()) {
            throw reader.fault("the end");
        }
        return tree;
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw fault("at most " + DEEPEST + " levels");
        }
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            if (!tree.isEmpty()) {
                take(',');
            }
            if (next() != '"') {
                throw fault("a name in quotes");
            }
            String name = string();
            take(':');
            tree.put(name, value(depth + 1));
        }
        at++;
        return tree;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> tree = new ArrayList<>();
        at++;
        while (next() != ']') {
            if (!tree.isEmpty()) {
                take(',');
            }
            tree.add(value(depth + 1));
        }
        at++;
        return tree;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw fault("no line break or control character in a text");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            throw fault("a closing quote");
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        at++;
        char c = at < text.length() ? text.charAt(at) : 0;
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        int end = Math.min(text.length(), at + 5);
        if (c != 'u' || !text.substring(at + 1, end).matches("\\p{XDigit}{4}")) {
            throw fault("an escape such as \\n or \\u00e9");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
    }

    private Number number() {
        Matcher found = NUMBER.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            throw fault("a value");
        }
        at = found.end();
        if (found.group(2) == null && found.group(3) == null) {
            BigInteger whole = new BigInteger(found.group());
            return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
        }
        return new BigDecimal(found.group());
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw fault("a value");
        }
        at += word.length();
        return meaning;
    }

    private void take(char wanted) {
        if (next() != wanted) {
            throw fault("a '" + wanted + "'");
        }
        at++;
    }

    /** The next character that is not white space, or 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException fault(String wanted) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException(
                "JSON must have " + wanted + " at line " + line + ", column " + column + ", but has " + found);
    }
}
