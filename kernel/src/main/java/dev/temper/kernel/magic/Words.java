package dev.temper.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/** Cuts a command line into words as a shell does: quotes keep spaces, a backslash keeps the next character. */
final class Words {
    /**
     * A word.
     *
     * @param text the word, without its quotes
     * @param start where it begins in the line
     * @param unclosed the quote of it that is not closed, or 0
     */
    record Word(String text, int start, char unclosed) {}

    private Words() {}

    static List<Word> of(String line) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = -1;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = quote != '\'' && c == '\\' && i + 1 < line.length();
            boolean ends = quote == 0 && Character.isWhitespace(c);
            if (!ends && start < 0) {
                start = i;
            }
            if (escapes && (quote == 0 || line.charAt(i + 1) == '"' || line.charAt(i + 1) == '\\')) {
                word.append(line.charAt(++i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (!ends) {
                word.append(c);
            } else if (start >= 0) {
                words.add(new Word(word.toString(), start, (char) 0));
                word.setLength(0);
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(new Word(word.toString(), start, quote));
        }
        return words;
    }
}
