package dev.temper.toolkit.magic;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.LargeTable;
import dev.temper.kernel.display.MimeBundle;
import java.util.List;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.table.Relation;

/** Tables and columns of Tablesaw, for reading. */
final class TableView {
    private static final int WIDEST = 80;

    private TableView() {}

    static MimeBundle of(Relation table) {
        String name = table.name() == null || table.name().isBlank() ? "" : " of " + table.name();
        return view(table.columns(), table.rowCount(), "rows × " + table.columnCount() + " columns" + name);
    }

    static MimeBundle of(Column<?> column) {
        return view(
                List.of(column), column.size(), "rows of type " + column.type().name());
    }

    private static MimeBundle view(List<Column<?>> columns, int rows, String what) {
        List<Grid.Column> titles = columns.stream()
                .map(column -> new Grid.Column(column.name(), column instanceof NumericColumn<?>))
                .toList();
        NumberColumnFormatter unset = NumberColumnFormatter.floatingPointDefault();
        unset.setColumnType(ColumnType.DOUBLE);
        return new LargeTable(titles, rows, (row, column) -> cell(columns.get(column), row, unset)).bundle(what);
    }

    /** A number is rounded, unless the owner of the column has said how to write it. */
    private static String cell(Column<?> column, int row, NumberColumnFormatter unset) {
        if (column.isMissing(row)) {
            return "–";
        }
        String text = column.getString(row);
        Object value = column.get(row);
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return text.equals(unset.format(number)) ? Shown.number(number) : text;
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, WIDEST - 1))) + "…";
    }
}
