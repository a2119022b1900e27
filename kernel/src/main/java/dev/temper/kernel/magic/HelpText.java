package dev.temper.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the help of one magic from its usage. */
final class HelpText {
    private final Usage usage;

    HelpText(Usage usage) {
        this.usage = usage;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(usage.summary());
        lines.add("");
        for (Kind kind : Kind.values()) {
            if (usage.kinds().contains(kind)) {
                lines.add(synopsis(kind));
                if (kind == Kind.CELL) {
                    lines.add("the lines below");
                }
            }
        }
        section(lines, "Arguments", usage.arguments().stream().map(a -> new String[] {a.name(), described(a)}));
        section(lines, "Options", usage.options().stream().map(o -> new String[] {typed(o), described(o)}));
        section(lines, "Examples", usage.examples().stream().map(e -> new String[] {e, ""}));
        return String.join("\n", lines);
    }

    private String synopsis(Kind kind) {
        List<String> words = new ArrayList<>();
        words.add(kind.sign() + usage.name());
        usage.arguments().forEach(a -> words.add(a.synopsis()));
        usage.options().forEach(o -> words.add("[" + o.synopsis() + "]"));
        return String.join(" ", words);
    }

    private static String typed(Option option) {
        return (option.alias().isEmpty() ? "" : "-" + option.alias() + ", ") + option.synopsis();
    }

    private static String described(Argument argument) {
        return argument.summary()
                + (argument.choices().isEmpty() ? "" : " (one of " + String.join(", ", argument.choices()) + ")");
    }

    private static String described(Option option) {
        return option.summary() + (option.fallback().isEmpty() ? "" : " (default " + option.fallback() + ")");
    }

    private static void section(List<String> lines, String title, Stream<String[]> rows) {
        List<String[]> all = rows.toList();
        if (all.isEmpty()) {
            return;
        }
        int width = all.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        lines.add("");
        lines.add(title + ":");
        for (String[] row : all) {
            lines.add(("  " + row[0] + " ".repeat(width - row[0].length()) + "  " + row[1]).stripTrailing());
        }
    }
}
