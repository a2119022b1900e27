package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is, guessed on the safe side from its letters alone. The fonts of the machine are not
 * asked, or the same chart would differ from machine to machine.
 */
final class TextSize {

    private static final double BOLD = 1.1;

    private TextSize() {}

    static double width(String text, double size, boolean bold) {
        double ems = text.codePoints().mapToDouble(TextSize::ems).sum();
        return ems * size * (bold ? BOLD : 1);
    }

    /** Shortens text that is too wide, with an ellipsis before its last letters. */
    static String fit(String text, double size, double width) {
        if (width(text, size, false) <= width) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int kept = letters.length - 1; kept > 2; kept--) {
            int tail = kept / 3;
            String shorter = new String(letters, 0, kept - tail).strip()
                    + "…"
                    + new String(letters, letters.length - tail, tail).strip();
            if (width(shorter, size, false) <= width) {
                return shorter;
            }
        }
        return "…";
    }

    /** Breaks text between words into lines; a word wider than a line is shortened. */
    static List<String> wrap(String text, double size, boolean bold, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size, bold) > width) {
                lines.add(line);
                longer = word;
            }
            line = width(longer, size, bold) > width ? fit(longer, bold ? size * BOLD : size, width) : longer;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static double ems(int letter) {
        if (letter > 0x2E7F) {
            return 1.05;
        }
        if (" .,:;'|!()[]ijlIftr-/".indexOf(letter) >= 0) {
            return 0.4;
        }
        if ("mwMW@%—→".indexOf(letter) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(letter) ? 0.72 : 0.62;
    }
}
