package dev.temper.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The values of a command line, by the names of its arguments and options. */
public final class Options {
    private final Usage usage;
    private final Map<String, List<Object>> values;

    Options(Usage usage, Map<String, List<Object>> values) {
        this.usage = usage;
        this.values = Map.copyOf(values);
    }

    /**
     * Tells whether there is a value.
     *
     * @param name the name of an argument or option
     * @return whether it was typed or has a default
     */
    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    /**
     * Returns the value of an argument or option of the type {@link ValueType#TEXT}, {@link ValueType#CHOICE}, {@link
     * ValueType#ADDRESS} or {@link ValueType#JAVA}.
     *
     * @param name its name
     * @return the text
     */
    public String text(String name) {
        return one(name, String.class);
    }

    /**
     * Returns all values of a repeated argument of the type {@link ValueType#TEXT} or {@link ValueType#CHOICE}.
     *
     * @param name its name
     * @return the texts, empty when none was typed
     */
    public List<String> texts(String name) {
        return all(name).stream().map(String.class::cast).toList();
    }

    /**
     * Returns the value of an argument or option of the type {@link ValueType#INTEGER} or {@link ValueType#COUNT}.
     *
     * @param name its name
     * @return the number
     */
    public long integer(String name) {
        return one(name, Long.class);
    }

    /**
     * Returns the value of an argument or option of the type {@link ValueType#DECIMAL}.
     *
     * @param name its name
     * @return the number, finite
     */
    public double decimal(String name) {
        return one(name, Double.class);
    }

    /**
     * Returns the value of an argument or option of the type {@link ValueType#TOKENS}.
     *
     * @param name its name
     * @return the count in tokens, at least 0
     */
    public long tokens(String name) {
        return one(name, Long.class);
    }

    /**
     * Returns all values of a repeated argument of the type {@link ValueType#TOKENS}.
     *
     * @param name its name
     * @return the counts in tokens, empty when none was typed
     */
    public List<Long> allTokens(String name) {
        return all(name).stream().map(Long.class::cast).toList();
    }

    /**
     * Tells whether a flag was given.
     *
     * @param name its name
     * @return whether it was typed
     */
    public boolean flag(String name) {
        return has(name);
    }

    /**
     * Returns the value of an argument or option of the type {@link ValueType#PATH}.
     *
     * @param name its name
     * @return the path as typed; resolve a relative one against {@link Session#directory()}
     */
    public Path path(String name) {
        return one(name, Path.class);
    }

    private <T> T one(String name, Class<T> type) {
        List<Object> all = all(name);
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    name + " of " + usage.typed() + " must have a value, but was not given: ask has() first");
        }
        return type.cast(all.get(0));
    }

    private List<Object> all(String name) {
        if (usage.options().stream().noneMatch(o -> o.name().equals(name))
                && usage.arguments().stream().noneMatch(a -> a.name().equals(name))) {
            throw new IllegalArgumentException(
                    name + " must be an argument or an option of " + usage.typed() + ", but is neither");
        }
        return values.getOrDefault(name, List.of());
    }
}
