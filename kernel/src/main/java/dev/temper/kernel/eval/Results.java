package dev.temper.kernel.eval;

import dev.temper.kernel.source.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the values that cells have shown, with their types, so that {@code _4} can be declared when source names it. */
final class Results {
    private static final Pattern NAME = Pattern.compile("_(\\d{1,9})");

    /** A value, and its type as source. */
    record Kept(@Nullable Object value, Supplier<String> type) {}

    private final Map<Integer, Kept> byCell = new LinkedHashMap<>();
    private Kept latest = new Kept(null, () -> "Object");

    /** Whether a name is that of the value of a cell. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Tells the type of a value that may be shown. */
    synchronized void isOf(@Nullable Object value, Supplier<String> type) {
        latest = new Kept(value, type);
    }

    /** Keeps the value that a cell has shown. */
    @SuppressWarnings("ReferenceEquality") // whether it is the one whose type was told
    synchronized void keep(int cell, @Nullable Object value) {
        Earlier.add(cell, value);
        byCell.remove(cell - Earlier.MOST);
        byCell.put(cell, latest.value == value ? latest : new Kept(value, () -> typeOf(value)));
        latest = new Kept(null, () -> "Object");
    }

    /** The values that source names, by their names. */
    synchronized Map<String, Kept> named(String source) {
        return Token.code(source).stream()
                .map(Token::text)
                .filter(Results::isName)
                .distinct()
                .filter(name -> byCell.containsKey(cell(name)))
                .collect(Collectors.toMap(name -> name, name -> byCell.getOrDefault(cell(name), latest)));
    }

    /** The type of a value of which nothing else is known. */
    static String typeOf(@Nullable Object value) {
        return PublicType.of(value == null ? Object.class : value.getClass());
    }

    private static int cell(String name) {
        return Integer.parseInt(name.substring(1));
    }

    synchronized void clear() {
        byCell.clear();
        Earlier.clear();
    }
}
