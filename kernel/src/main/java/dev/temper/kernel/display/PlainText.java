package dev.temper.kernel.display;

import dev.temper.kernel.display.type.TypeNames;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as plain text, with bounds on how much of it is written. A value that cannot be written is told of in
 * its place.
 */
final class PlainText {
    private static final int MOST_ELEMENTS = 100;
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_OF_ELEMENT = 2000;
    private static final int DEEPEST = 8;
    private static final int MOST_OWN_TEXT = 1000;
    private static final int LONG_LINE = 100;
    private static final int LONG_ELEMENT = 24;

    private final StringBuilder text = new StringBuilder();
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Integer> gaps = new ArrayList<>();
    private boolean isOfLists = true;

    private PlainText() {}

    /**
     * Writes a value.
     *
     * @param traces tells of what the value threw instead of being written
     */
    static String of(@Nullable Object value, Function<? super Throwable, List<String>> traces) {
        if (value instanceof Number && value.getClass().getPackageName().equals("java.lang")) {
            return value.toString(); // what cells show most, and first
        }
        if (value instanceof CharSequence && Leaf.isOfJdk(value)) {
            return Cut.withNote(value.toString(), MOST_CHARACTERS);
        }
        PlainText plain = new PlainText();
        try {
            plain.writeOpenly(value);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return "toString of " + name(value) + " threw:\n" + String.join("\n", traces.apply(e));
        }
        plain.breakLines();
        return plain.text.toString();
    }

    /** Writes a value on one line of at most so many characters. */
    static String line(@Nullable Object value, int most) {
        PlainText plain = new PlainText();
        plain.write(value);
        return Cut.line(plain.text.toString(), most);
    }

    private void write(@Nullable Object value) {
        int before = text.length();
        try {
            writeOpenly(value);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            text.setLength(before);
            text.append("(toString of ")
                    .append(name(value))
                    .append(" threw ")
                    .append(TypeNames.of(e.getClass()))
                    .append(')');
        }
    }

    private static String name(@Nullable Object value) {
        return value == null ? "null" : TypeNames.of(value.getClass());
    }

    private void writeOpenly(@Nullable Object value) throws Exception {
        if (value == null || open.contains(value)) {
            text.append(value == null ? "null" : value instanceof Map ? "(this Map)" : "(this Collection)");
        } else if (value.getClass().isArray()) {
            Iterator<Object> elements = IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .iterator();
            list(value, "[]", elements, Array.getLength(value), this::write);
        } else if (value instanceof Collection<?> collection && isWrittenHere(collection, collection.size())) {
            list(value, "[]", collection.iterator(), collection.size(), this::write);
        } else if (value instanceof Map<?, ?> map && isWrittenHere(map, map.size())) {
            list(value, "{}", map.entrySet().iterator(), map.size(), entry -> {
                write(entry.getKey());
                text.append('=');
                write(entry.getValue());
            });
        } else if (value instanceof Optional<?> optional && optional.isPresent()) {
            text.append("Optional[");
            write(optional.get());
            text.append(']');
        } else if (value instanceof Future<?> future && Leaf.isOfJdk(future)) {
            text.append(future.getClass().getSimpleName()).append(", ");
            Leaf.state(future, text, this::write);
        } else {
            String leaf = Leaf.text(value);
            text.append(open.isEmpty() ? Cut.withNote(leaf, MOST_CHARACTERS) : Cut.within(leaf, MOST_OF_ELEMENT));
        }
    }

    /** What a type says of itself counts more, unless there is too much of it. */
    private static boolean isWrittenHere(Object value, int size) {
        return size > MOST_OWN_TEXT || Leaf.isOfJdk(value);
    }

    private <E> void list(Object whole, String brackets, Iterator<E> all, int size, Consumer<? super E> element) {
        text.append(brackets.charAt(0));
        if (open.size() >= DEEPEST) {
            text.append("...").append(brackets.charAt(1));
            return;
        }
        open.add(whole);
        try {
            elements(all, size, element);
        } finally {
            open.remove(whole);
        }
        text.append(brackets.charAt(1));
    }

    private <E> void elements(Iterator<E> all, int size, Consumer<? super E> element) {
        int written = 0;
        while (all.hasNext() && written < MOST_ELEMENTS && text.length() < MOST_CHARACTERS) {
            separate(written);
            E next = all.next();
            isOfLists &= open.size() > 1 || isList(next);
            element.accept(next);
            written++;
        }
        if (all.hasNext()) {
            separate(written);
            text.append("... ").append(Math.max(1, size - written)).append(" more");
        }
    }

    private void separate(int written) {
        if (written > 0) {
            text.append(", ");
            if (open.size() == 1) {
                gaps.add(text.length() - 1);
            }
        }
    }

    private static boolean isList(@Nullable Object value) {
        return value instanceof Collection || (value != null && value.getClass().isArray());
    }

    /** Puts each element on a line of its own where that reads better: rows of numbers, and long texts. */
    private void breakLines() {
        boolean isLong = text.length() > LONG_LINE && text.length() > LONG_ELEMENT * (gaps.size() + 1);
        if (isLong || (text.length() > LONG_LINE && isOfLists)) {
            for (int i = gaps.size() - 1; i >= 0; i--) {
                text.replace(gaps.get(i), gaps.get(i) + 1, "\n ");
            }
        }
    }
}
