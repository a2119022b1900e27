package dev.temper.kernel.display;

import java.util.Locale;

/** Shortens texts, never within a character. */
final class Cut {
    private Cut() {}

    /** The beginning of a long text, with a note of how much is left out; a text that is not long as it is. */
    static String withNote(String text, int most) {
        return withNote(text, most, "\n");
    }

    /** The beginning of a long text, with a note on the same line. */
    static String within(String text, int most) {
        return withNote(text, most, "");
    }

    private static String withNote(String text, int most, String before) {
        int end = end(text, most);
        return end == text.length()
                ? text
                : text.substring(0, end)
                        + String.format(Locale.ROOT, "%s... %,d more characters", before, text.length() - end);
    }

    /** The text on one line, its end left out where it is long. */
    static String line(String text, int most) {
        String flat = text.substring(0, end(text, 4 * most)).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        boolean whole = flat.length() <= most && end(text, 4 * most) == text.length();
        return whole ? flat : flat.substring(0, end(flat, most - 1)) + "…";
    }

    private static int end(String text, int most) {
        if (text.length() <= most) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
