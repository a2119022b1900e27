package dev.temper.kernel.builtin.shell;

import java.util.AbstractList;
import java.util.List;

/** The lines that a program has printed. */
public final class Lines extends AbstractList<String> {
    private final List<String> lines;

    Lines(String text) {
        lines = text.lines().toList();
    }

    @Override
    public String get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    /**
     * Returns the lines as one text.
     *
     * @return the lines, with a line break between two
     */
    public String text() {
        return String.join("\n", lines);
    }
}
