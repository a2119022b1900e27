package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Spelling;
import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** The rows of a table that are fitted, and what is wrong with the others, counted by column. */
final class Rows {
    private static final int MOST_NAMED = 5;

    private final Relation table;
    private final List<String> faults;
    private final boolean dropMissing;
    private final List<Integer> asked;
    private final boolean[] dropped;
    private final List<String> notes = new ArrayList<>();

    Rows(Relation table, IntPredicate where, boolean dropMissing, List<String> faults) {
        this.table = table;
        this.faults = faults;
        this.dropMissing = dropMissing;
        this.asked = IntStream.range(0, table.rowCount()).filter(where).boxed().toList();
        this.dropped = new boolean[table.rowCount()];
        if (asked.isEmpty()) {
            faults.add("at least one row must be fitted, but "
                    + (table.rowCount() == 0 ? "the table is empty" : "--where leaves none of " + table.rowCount()));
        } else if (asked.size() < table.rowCount()) {
            notes.add(table.rowCount() - asked.size() + " of " + table.rowCount() + " rows left out by --where");
        }
    }

    /** Checks a column of numbers; what it must be is said in words. */
    void numbers(String name, DoublePredicate holds, String bound) {
        if (!known(name)) {
            return;
        }
        if (!(table.column(name) instanceof NumericColumn<?> column)) {
            faults.add("column " + name + " must be numeric, but is of type "
                    + table.column(name).type().name());
            return;
        }
        missing(column);
        List<Integer> wrong = asked.stream()
                .filter(row -> !column.isMissing(row) && !holds.test(column.getDouble(row)))
                .toList();
        if (!wrong.isEmpty()) {
            faults.add("column " + name + " must be " + bound + ", but is "
                    + wrong.stream()
                            .limit(MOST_NAMED)
                            .map(row -> String.valueOf(column.getDouble(row)))
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + " in " + places(wrong) + "; leave such rows out by --where");
        }
    }

    void numbers(String name, Variable.Domain domain) {
        numbers(name, domain::holds, domain.bound());
    }

    void values(String name, ErrorScale scale) {
        if (scale == ErrorScale.LOG) {
            numbers(name, Variable.Domain.POSITIVE);
        } else {
            numbers(name, Variable.Domain.ANY);
        }
    }

    /** Checks a column that rows are told apart by. */
    void labels(String name) {
        if (known(name)) {
            missing(table.column(name));
        }
    }

    private boolean known(String name) {
        if (table.columnNames().contains(name)) {
            return true;
        }
        faults.add(Spelling.unknown("column", name, table.columnNames()));
        return false;
    }

    private void missing(Column<?> column) {
        List<Integer> rows = asked.stream().filter(column::isMissing).toList();
        if (rows.isEmpty()) {
            return;
        }
        String what = column.name() + " is missing in " + places(rows);
        if (dropMissing) {
            rows.forEach(row -> dropped[row] = true);
            notes.add(what + ", left out by --drop-missing");
        } else {
            faults.add("column " + what + "; leave such rows out by --drop-missing or by --where \"" + column.name()
                    + " is present\"");
        }
    }

    private String places(List<Integer> rows) {
        return rows.size() + " of " + asked.size() + " rows (row "
                + rows.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                + (rows.size() > MOST_NAMED ? ", …" : "") + ", counted from 0)";
    }

    List<Integer> kept() {
        return asked.stream().filter(row -> !dropped[row]).toList();
    }

    /** What was left out and why, a phrase each. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
