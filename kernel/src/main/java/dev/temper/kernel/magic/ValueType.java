package dev.temper.kernel.magic;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What an argument or the value of an option may be. */
public enum ValueType {
    /** Any text. */
    TEXT("TEXT", "text") {
        @Override
        Object parse(String word) {
            return word;
        }
    },
    /** A whole number that fits into a {@code long}. */
    INTEGER("N", "a whole number such as 3") {
        @Override
        Object parse(String word) {
            return Long.valueOf(word);
        }
    },
    /** A whole number of things, at least 1. */
    COUNT("N", "a whole number, at least 1") {
        @Override
        Object parse(String word) {
            long count = Long.parseLong(word);
            if (count < 1) {
                throw new NumberFormatException(word);
            }
            return count;
        }
    },
    /** A finite decimal number. */
    DECIMAL("X", "a number such as 0.5 or 3e-4") {
        @Override
        Object parse(String word) {
            double value = new BigDecimal(word).doubleValue();
            if (Double.isInfinite(value)) {
                throw new NumberFormatException(word);
            }
            return value;
        }
    },
    /** A count of tokens: a whole number, with k, M, B or T for thousands, millions, billions or trillions. */
    TOKENS("TOKENS", "a whole number of tokens, at least 0, such as 164000, 164k or 1.3M") {
        @Override
        Object parse(String word) {
            String last =
                    word.isEmpty() ? "" : word.substring(word.length() - 1).toLowerCase(Locale.ROOT);
            Integer zeros = ZEROS.get(last);
            String digits = zeros == null ? word : word.substring(0, word.length() - 1);
            long count = new BigDecimal(digits)
                    .scaleByPowerOfTen(zeros == null ? 0 : zeros)
                    .longValueExact();
            if (count < 0) {
                throw new NumberFormatException(word);
            }
            return count;
        }
    },
    /** Present or not; takes no value. */
    FLAG("", "given without a value") {
        @Override
        Object parse(String word) {
            throw new IllegalArgumentException(word);
        }
    },
    /** One of a few words. */
    CHOICE("CHOICE", "one of its choices") {
        @Override
        Object parse(String word) {
            return word;
        }
    },
    /** Java. A magic that takes some has nothing on its line replaced by the values of variables. */
    JAVA("JAVA", "Java") {
        @Override
        Object parse(String word) {
            return word;
        }
    },
    /** The path of a file, or the address of one on the web; read as text. */
    ADDRESS("PATH|URL", "a path, or a URL such as https://example.com/Model.java") {
        @Override
        Object parse(String word) {
            return word;
        }
    },
    /** The path of a file or a folder. */
    PATH("PATH", "a path") {
        @Override
        Object parse(String word) {
            try {
                return Path.of(word);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    };

    private static final Map<String, Integer> ZEROS = Map.of("k", 3, "m", 6, "b", 9, "t", 12);

    private final String placeholder;
    private final String bound;

    ValueType(String placeholder, String bound) {
        this.placeholder = placeholder;
        this.bound = bound;
    }

    /** What stands for the value in a usage line. */
    String placeholder() {
        return placeholder;
    }

    /** What a value must be, as the end of a sentence. */
    String bound() {
        return bound;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException or {@link ArithmeticException} when the word is not of this type
     */
    abstract Object parse(String word);
}
