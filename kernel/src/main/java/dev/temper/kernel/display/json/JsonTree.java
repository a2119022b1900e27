package dev.temper.kernel.display.json;

import dev.temper.kernel.display.type.Records;
import dev.temper.kernel.display.type.TypeNames;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of a value the tree that JSON can hold: maps by text, lists, texts, numbers, booleans and null. */
public final class JsonTree {
    private static final int DEEPEST = 100;

    private JsonTree() {}

    /**
     * Copies a value as a tree. Records become maps by component; a number that JSON lacks, such as NaN, and all that
     * is of no kind above become text.
     *
     * @param value the value
     * @return the tree
     * @throws IllegalArgumentException when the value is too deep, as one that holds itself is
     */
    public static @Nullable Object of(@Nullable Object value) {
        return of(value, 0);
    }

    private static @Nullable Object of(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "JSON must be at most " + DEEPEST + " levels deep, but is deeper: does a value hold itself?");
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return isFinite(number) ? number : number.toString();
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null), depth);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((key, element) -> tree.put(String.valueOf(key), of(element, depth + 1)));
            return Collections.unmodifiableMap(tree);
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> tree = new ArrayList<>(collection.size());
            collection.forEach(element -> tree.add(of(element, depth + 1)));
            return Collections.unmodifiableList(tree);
        }
        if (value.getClass().isArray()) {
            List<@Nullable Object> tree = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                tree.add(of(Array.get(value, i), depth + 1));
            }
            return Collections.unmodifiableList(tree);
        }
        if (value instanceof Record row) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                tree.put(component.getName(), of(Records.read(row, component), depth + 1));
            }
            return Collections.unmodifiableMap(tree);
        }
        return TypeNames.strip(value.toString());
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
    }
}
