package dev.temper.toolkit.magic.fit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * The SHA-256 of the rows that were fitted. Canonical is: the names of the columns used in the order of the call, a tab between them, then
 * a line for each row in the same way, numbers as the shortest decimal that reads back as the same double, rows sorted; UTF-8, a line
 * feed after each. So the order of rows and columns that were not used make no difference.
 */
final class DataHash {
    private DataHash() {}

    static String of(Relation table, List<String> columns, List<Integer> rows) {
        List<Column<?>> used = columns.stream().<Column<?>>map(table::column).toList();
        String lines = rows.stream()
                .map(row -> used.stream().map(column -> cell(column, row)).collect(Collectors.joining("\t")))
                .sorted()
                .collect(Collectors.joining("\n", String.join("\t", columns) + "\n", "\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must have SHA-256, but this one has not", e);
        }
    }

    private static String cell(Column<?> column, int row) {
        return column instanceof NumericColumn<?> numbers
                ? Double.toString(numbers.getDouble(row))
                : column.getString(row);
    }
}
