package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * Which rows are fitted: comparisons such as {@code size > 1e8 and split = 'val'}, joined by {@code and}; {@code is present} and {@code
 * is missing} ask whether there is a value.
 */
final class Condition {
    private static final Pattern AND = Pattern.compile("\\s+and\\s+(?=(?:[^'\"]*(['\"])[^'\"]*\\1)*[^'\"]*$)");
    private static final Pattern PRESENCE = Pattern.compile("\\s*(.+?)\\s+is\\s+(present|missing)\\s*");
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*('[^']*'|\"[^\"]*\"|[^<>=!]+?)\\s*(<=|>=|!=|==|=|<|>)\\s*(.+?)\\s*");

    private Condition() {}

    static IntPredicate read(String text, Relation table, List<String> faults) {
        IntPredicate all = row -> true;
        for (String part : AND.split(text.strip(), -1)) {
            all = all.and(one(part, table, faults));
        }
        return all;
    }

    private static IntPredicate one(String text, Relation table, List<String> faults) {
        Matcher presence = PRESENCE.matcher(text);
        if (presence.matches()) {
            boolean missing = presence.group(2).equals("missing");
            return column(presence.group(1), table, faults)
                    .<IntPredicate>map(column -> row -> column.isMissing(row) == missing)
                    .orElse(row -> true);
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            faults.add(
                    "--where must be comparisons such as \"size > 1e8 and split = 'val'\" or \"loss is present\", but has '"
                            + text.strip() + "'");
            return row -> true;
        }
        Optional<Column<?>> column = column(comparison.group(1), table, faults);
        String sign = comparison.group(2);
        String value = unquoted(comparison.group(3));
        if (column.isEmpty()) {
            return row -> true;
        }
        if (column.get() instanceof NumericColumn<?> numbers) {
            return numeric(numbers, sign, value, faults);
        }
        Column<?> texts = column.get();
        if (!sign.matches("=|==|!=")) {
            faults.add("--where can compare the text of column " + texts.name() + " by = and != alone, but has '" + sign
                    + "'");
            return row -> true;
        }
        boolean equal = !sign.equals("!=");
        return row -> !texts.isMissing(row) && texts.getString(row).equals(value) == equal;
    }

    private static IntPredicate numeric(NumericColumn<?> column, String sign, String value, List<String> faults) {
        Optional<Double> number = Amount.read(value);
        if (number.isEmpty()) {
            faults.add("--where must compare column " + column.name()
                    + " with a number such as 0.5, 3e8 or 1.3B, but has '" + value + "'");
            return row -> true;
        }
        double bound = number.get();
        return row -> {
            double at = column.getDouble(row);
            return !column.isMissing(row)
                    && switch (sign) {
                        case "<" -> at < bound;
                        case "<=" -> at <= bound;
                        case ">" -> at > bound;
                        case ">=" -> at >= bound;
                        case "!=" -> at != bound;
                        default -> at == bound;
                    };
        };
    }

    private static Optional<Column<?>> column(String typed, Relation table, List<String> faults) {
        String name = unquoted(typed.strip());
        List<String> names = table.columnNames();
        if (!names.contains(name)) {
            faults.add(Spelling.unknown("column", name, names));
            return Optional.empty();
        }
        return Optional.of(table.column(name));
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
