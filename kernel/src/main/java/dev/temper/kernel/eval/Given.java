package dev.temper.kernel.eval;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value for a variable whose type says what is in its list, its map or its array. A runner of notebooks writes
 * whole numbers as such, whatever they are for; here they become the numbers that the variable has. Public for source
 * that the kernel writes, which extends it so that the type is kept.
 *
 * @param <T> the type of the variable
 */
public abstract class Given<T> {
    private final String name;

    /**
     * Prepares to take a value.
     *
     * @param name the name of the variable
     */
    protected Given(String name) {
        this.name = name;
    }

    /**
     * Takes a value.
     *
     * @param value what was given
     * @return null for null, the same value if it is of the type, else one of that type, which may be changed
     * @throws IllegalArgumentException when a part of it is of another kind than the type has
     */
    @SuppressWarnings("unchecked") // what is checked is each part, by reflection
    public @Nullable T of(@Nullable Object value) {
        Type type = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        return (T) Fitting.fit(type, value, name);
    }
}
