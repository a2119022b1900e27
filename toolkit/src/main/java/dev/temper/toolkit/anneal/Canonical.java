package dev.temper.toolkit.anneal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one written form of a request: JSON on one line, keys sorted, numbers as plain decimals without trailing zeros. Equal
 * requests have equal text on every machine, so the text can be hashed.
 */
final class Canonical {
    private Canonical() {}

    /** Accepts maps with text keys, lists, texts, booleans, whole and floating-point numbers. */
    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(field -> quoted(field.getKey().toString()) + ":" + json(field.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Canonical::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        if (value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        throw new IllegalArgumentException(
                "no canonical form for " + value.getClass().getName());
    }

    static String id(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The fewest digits that give the number back; {@code Double.toString} writes more on some Java versions. */
    private static String decimal(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("no canonical form for " + number);
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact.round(new MathContext(1));
        for (int digits = 2; shortest.doubleValue() != number; digits++) {
            shortest = exact.round(new MathContext(digits));
        }
        return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
