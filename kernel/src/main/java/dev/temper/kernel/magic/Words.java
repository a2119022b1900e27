package dev.temper.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/** Cuts a command line into words as a shell does: quotes keep spaces, a backslash keeps the next character. */
final class Words {
    private Words() {}

    /**
     * @param faults takes a line for a quote that is not closed
     */
    static List<String> of(String line, List<String> faults) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = quote != '\'' && c == '\\' && i + 1 < line.length();
            if (escapes && (quote == 0 || line.charAt(i + 1) == '"' || line.charAt(i + 1) == '\\')) {
                word.append(line.charAt(++i));
                within = true;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                within = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (within) {
                    words.add(word.toString());
                }
                word.setLength(0);
                within = false;
            } else {
                word.append(c);
                within = true;
            }
        }
        if (within) {
            words.add(word.toString());
        }
        if (quote != 0) {
            faults.add("The quote " + quote + " is not closed in: " + line.strip());
        }
        return words;
    }
}
