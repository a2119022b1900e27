package dev.temper.kernel.assist;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the value of a variable in a line, without running any code of users or libraries: a question must not change what
 * it asks about, nor take long. So the contents of what is not of the JDK are not shown, but only its class.
 */
final class Values {
    private static final int MOST_CHARACTERS = 120;
    private static final int MOST_ELEMENTS = 8;
    private static final int MOST_BITS = 512;

    private Values() {}

    /** The value, as far as it can be told. */
    static String text(Object value) {
        try {
            return cut(of(value, true));
        } catch (ConcurrentModificationException e) {
            return value.getClass().getSimpleName() + ", being changed";
        }
    }

    private static String of(@Nullable Object value, boolean inside) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            String start = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
            String size = text.length() > MOST_CHARACTERS ? " (" + text.length() + " characters)" : "";
            return "\"" + start.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + "\"" + size;
        }
        if (value instanceof Character character) {
            return "'" + character + "'";
        }
        if (isPlain(value)) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Optional<?> optional && inside) {
            return optional.isPresent() ? "Optional[" + of(optional.orElse(null), false) + "]" : "Optional.empty";
        }
        if (value.getClass().isArray()) {
            int size = Array.getLength(value);
            Iterator<Object> elements =
                    IntStream.range(0, size).mapToObj(i -> Array.get(value, i)).iterator();
            String type = value.getClass().getComponentType().getSimpleName();
            return type + "[" + size + "]" + (inside ? " " + elements(elements, size, "{", "}") : "");
        }
        boolean ofJdk = value.getClass().getName().startsWith("java.util.")
                && value.getClass().getClassLoader() == null;
        if (ofJdk && value instanceof Collection<?> all) {
            return named(value, all.size()) + (inside ? " " + elements(all.iterator(), all.size(), "[", "]") : "");
        }
        if (ofJdk && value instanceof Map<?, ?> map) {
            return named(value, map.size())
                    + (inside ? " " + elements(map.entrySet().iterator(), map.size(), "{", "}") : "");
        }
        if (value instanceof Map.Entry<?, ?> entry && ofJdk) {
            return of(entry.getKey(), false) + "=" + of(entry.getValue(), false);
        }
        if (value instanceof Record && inside) {
            return fields(value);
        }
        return value.getClass().getSimpleName().isEmpty()
                ? value.getClass().getName()
                : value.getClass().getSimpleName();
    }

    private static boolean isPlain(Object value) {
        if (value instanceof BigInteger big) {
            return big.bitLength() <= MOST_BITS;
        }
        if (value instanceof BigDecimal big) {
            return big.unscaledValue().bitLength() <= MOST_BITS && Math.abs((long) big.scale()) <= MOST_BITS;
        }
        boolean known = value instanceof Number
                || value instanceof Boolean
                || value instanceof Class<?>
                || value instanceof UUID
                || value instanceof TemporalAccessor
                || value instanceof TemporalAmount
                || value instanceof Path;
        return known && value.getClass().getClassLoader() == null;
    }

    /** The fields of a record, read as they are: its methods may be the user's. */
    private static String fields(Object value) {
        StringJoiner text = new StringJoiner(", ", value.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                Field field = value.getClass().getDeclaredField(component.getName());
                field.setAccessible(true);
                text.add(component.getName() + "=" + of(field.get(value), false));
            } catch (ReflectiveOperationException | InaccessibleObjectException e) {
                text.add("…"); // of a module that is closed
            }
        }
        return text.toString();
    }

    private static String named(Object value, int size) {
        return value.getClass().getSimpleName() + ", " + size + (size == 1 ? " element" : " elements");
    }

    private static String elements(Iterator<?> elements, int size, String open, String close) {
        StringBuilder text = new StringBuilder(open);
        int written = 0;
        while (elements.hasNext() && written < MOST_ELEMENTS && text.length() < MOST_CHARACTERS) {
            text.append(written == 0 ? "" : ", ").append(of(elements.next(), false));
            written++;
        }
        return text.append(size > written ? ", …" : "").append(close).toString();
    }

    private static String cut(String text) {
        int most = 2 * MOST_CHARACTERS;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
