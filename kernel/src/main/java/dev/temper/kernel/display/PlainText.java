package dev.temper.kernel.display;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a value as plain text, with bounds on how much of an array, a collection or a map is written. */
final class PlainText {
    private static final int MOST_ELEMENTS = 100;
    private static final int MOST_CHARACTERS = 20_000;
    private static final int DEEPEST = 8;

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Object value) {
        PlainText plain = new PlainText();
        plain.write(value, 0);
        return plain.text.toString();
    }

    private void write(@Nullable Object value, int depth) {
        if (value != null && value.getClass().isArray()) {
            Iterator<Object> elements = IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .iterator();
            list("[", elements, Array.getLength(value), "]", depth, e -> write(e, depth + 1));
        } else if (value instanceof Collection<?> collection) {
            list("[", collection.iterator(), collection.size(), "]", depth, e -> write(e, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            list("{", map.entrySet().iterator(), map.size(), "}", depth, e -> {
                write(e.getKey(), depth + 1);
                text.append('=');
                write(e.getValue(), depth + 1);
            });
        } else {
            text.append(value);
        }
    }

    private <E> void list(String open, Iterator<E> all, int size, String close, int depth, Consumer<E> element) {
        if (depth >= DEEPEST) {
            text.append(open).append("...").append(close);
            return;
        }
        text.append(open);
        int written = 0;
        while (all.hasNext() && written < MOST_ELEMENTS && text.length() < MOST_CHARACTERS) {
            if (written > 0) {
                text.append(", ");
            }
            element.accept(all.next());
            written++;
        }
        if (all.hasNext()) {
            text.append(", ... ").append(size - written).append(" more");
        }
        text.append(close);
    }
}
