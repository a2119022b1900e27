package dev.temper.kernel.display;

import dev.temper.kernel.display.type.Records;
import dev.temper.kernel.display.type.TypeNames;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Shows collections and arrays as tables where their elements are rows: records of one type, or maps by the same names. */
final class Tables {
    private static final int MOST_COPIED = 10_000;
    private static final int WIDEST = 80;

    private Tables() {}

    static Optional<MimeBundle> of(Object value) {
        if (value instanceof Collection<?> collection && !TypeNames.hasOwnToString(value.getClass())) {
            boolean random = collection instanceof List && collection instanceof RandomAccess;
            if (!collection.isEmpty() && (random || collection.size() <= MOST_COPIED)) {
                return table(random ? (List<?>) collection : new ArrayList<>(collection));
            }
        } else if (value instanceof Object[] array && array.length > 0) {
            return table(Arrays.asList(array));
        }
        return Optional.empty();
    }

    private static Optional<MimeBundle> table(List<?> rows) {
        List<?> shown =
                LargeTable.shownRows(rows.size()).stream().map(rows::get).toList();
        Object first = shown.get(0);
        if (first == null) {
            return Optional.empty();
        }
        Class<?> type = first.getClass();
        if (TypeNames.isPlainRecord(type) && shown.stream().allMatch(type::isInstance)) {
            return Optional.of(records(rows, type));
        }
        Set<String> names = names(shown);
        return names.isEmpty() ? Optional.empty() : Optional.of(maps(rows, shown, List.copyOf(names)));
    }

    private static MimeBundle records(List<?> rows, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Grid.Column> columns = Arrays.stream(components)
                .map(component -> new Grid.Column(component.getName(), isNumber(component.getType())))
                .toList();
        String of = "rows of " + type.getSimpleName();
        return new LargeTable(columns, rows.size(), (row, column) -> component(rows.get(row), components[column]))
                .bundle(of);
    }

    private static String component(Object row, RecordComponent component) {
        try {
            return PlainText.line(Records.read(row, component), WIDEST);
        } catch (IllegalArgumentException e) {
            return Cut.line("(" + e.getMessage() + ")", WIDEST);
        }
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class && type != char.class);
    }

    /** The names that the maps have; none unless all are maps by text that share most of their names. */
    private static Set<String> names(List<?> rows) {
        Set<String> names = new LinkedHashSet<>();
        long filled = 0;
        for (Object row : rows) {
            if (!(row instanceof Map<?, ?> map) || !map.keySet().stream().allMatch(String.class::isInstance)) {
                return Set.of();
            }
            map.keySet().forEach(name -> names.add((String) name));
            filled += map.size();
        }
        if (filled * 2 < (long) names.size() * rows.size()) {
            return Set.of();
        }
        return rows.stream().allMatch(Tables::isOrdered) ? names : new TreeSet<>(names);
    }

    /** Whether a map is in an order that someone chose; that of a hash table may be another the next time. */
    private static boolean isOrdered(Object map) {
        return map instanceof LinkedHashMap
                || map instanceof SortedMap
                || !map.getClass().getName().startsWith("java.");
    }

    private static MimeBundle maps(List<?> rows, List<?> shown, List<String> names) {
        List<Grid.Column> columns = names.stream()
                .map(name -> new Grid.Column(
                        name,
                        shown.stream()
                                .map(row -> ((Map<?, ?>) row).get(name))
                                .allMatch(value -> value == null || value instanceof Number)))
                .toList();
        return new LargeTable(columns, rows.size(), (row, column) -> cell((Map<?, ?>) rows.get(row), names.get(column)))
                .bundle("rows");
    }

    private static String cell(Map<?, ?> row, String name) {
        @Nullable Object value = row.get(name);
        return value == null && !row.containsKey(name) ? "–" : PlainText.line(value, WIDEST);
    }
}
