package dev.temper.kernel.eval;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes of lists, maps and numbers those of another type, where that loses nothing that a declaration would keep. */
final class Fitting {
    private static final Set<Class<?>> WHOLE = Set.of(Byte.class, Short.class, Integer.class, Long.class);

    private Fitting() {}

    /**
     * Fits a value to a type.
     *
     * @param place what the value is, for messages
     * @return the same value if all of it is of the type
     * @throws IllegalArgumentException when a part of it is of another kind
     */
    static @Nullable Object fit(Type type, @Nullable Object value, String place) {
        Class<?> raw = raw(type);
        if (value == null && !raw.isPrimitive()) {
            return null;
        }
        if (raw.isArray()) {
            return array(element(type, raw), value, place);
        }
        if (value instanceof Map<?, ?> map && Map.class.isAssignableFrom(raw)) {
            return map(type, raw, map, place);
        }
        if (value instanceof Collection<?> all && Iterable.class.isAssignableFrom(raw)) {
            return collection(type, raw, all, place);
        }
        Class<?> boxed = MethodType.methodType(raw).wrap().returnType();
        if (boxed.isInstance(value)) {
            return value;
        }
        try {
            if (value instanceof Number number) {
                return number(boxed, number);
            }
        } catch (ArithmeticException e) {
            throw wrong(place, raw, value, e);
        }
        throw wrong(place, raw, value, null);
    }

    private static IllegalArgumentException wrong(
            String place, Class<?> raw, @Nullable Object value, @Nullable Exception why) {
        String what =
                value == null ? "null" : value + ", of type " + value.getClass().getSimpleName();
        return new IllegalArgumentException(
                place + " must be of type " + raw.getSimpleName() + ", but is " + what, why);
    }

    /** A number as one of another type; throws {@link ArithmeticException} when it does not fit into it. */
    private static Number number(Class<?> type, Number value) {
        if (type == Double.class) {
            return value.doubleValue();
        }
        if (type == Float.class) {
            return value.floatValue();
        }
        boolean isWhole = WHOLE.contains(value.getClass()) || value instanceof BigInteger;
        if (type == BigDecimal.class && (isWhole || Double.isFinite(value.doubleValue()))) {
            return new BigDecimal(value.toString());
        }
        if (!isWhole) {
            throw new ArithmeticException("not a whole number");
        }
        BigInteger whole = new BigInteger(value.toString());
        if (type == BigInteger.class) {
            return whole;
        }
        if (type == Long.class) {
            return whole.longValueExact();
        }
        if (type == Integer.class) {
            return whole.intValueExact();
        }
        if (type == Short.class) {
            return whole.shortValueExact();
        }
        if (type == Byte.class) {
            return whole.byteValueExact();
        }
        throw new ArithmeticException("not a number");
    }

    private static Object array(Type element, @Nullable Object value, String place) {
        boolean isArray = value != null && value.getClass().isArray();
        if (!isArray && !(value instanceof Collection)) {
            throw wrong(place, raw(element).arrayType(), value, null);
        }
        Object from = value instanceof Collection<?> all ? all.toArray() : Objects.requireNonNull(value);
        int length = Array.getLength(from);
        Object made = Array.newInstance(raw(element), length);
        for (int i = 0; i < length; i++) {
            Array.set(made, i, fit(element, Array.get(from, i), place + "[" + i + "]"));
        }
        return made;
    }

    private static Object collection(Type type, Class<?> raw, Collection<?> given, String place) {
        Type element = argument(type, 0);
        List<?> before = new ArrayList<>(given);
        List<@Nullable Object> fitted = new ArrayList<>();
        for (Object each : before) {
            fitted.add(fit(element, each, place + "[" + fitted.size() + "]"));
        }
        boolean same = IntStream.range(0, before.size()).allMatch(i -> same(before.get(i), fitted.get(i)));
        if (same && raw.isInstance(given)) {
            return given;
        }
        Collection<@Nullable Object> made =
                empty(raw, place, given, List.of(ArrayList::new, LinkedHashSet::new, TreeSet::new));
        made.addAll(fitted);
        return made;
    }

    private static Object map(Type type, Class<?> raw, Map<?, ?> given, String place) {
        Type key = argument(type, 0);
        Type value = argument(type, 1);
        Map<@Nullable Object, @Nullable Object> made =
                empty(raw, place, given, List.of(LinkedHashMap::new, TreeMap::new));
        boolean same = raw.isInstance(given);
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            Object madeKey = fit(key, entry.getKey(), "a key of " + place);
            Object madeValue = fit(value, entry.getValue(), place + "[" + entry.getKey() + "]");
            same &= same(entry.getKey(), madeKey) && same(entry.getValue(), madeValue);
            made.put(madeKey, madeValue);
        }
        return same ? given : made;
    }

    @SuppressWarnings("ReferenceEquality") // a part that fits is handed back itself
    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return before == after;
    }

    /** The first of some collections that is of a class. */
    private static <C> C empty(Class<?> raw, String place, Object given, List<Supplier<C>> makers) {
        return makers.stream()
                .map(Supplier::get)
                .filter(raw::isInstance)
                .findFirst()
                .orElseThrow(() -> wrong(place, raw, given, null));
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }

    private static Type element(Type type, Class<?> raw) {
        return type instanceof GenericArrayType array ? array.getGenericComponentType() : raw.getComponentType();
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
    }
}
