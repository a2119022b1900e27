package dev.temper.kernel.display.type;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads the components of records, of cells' own too. */
public final class Records {
    private Records() {}

    /**
     * Reads a component.
     *
     * @param row the record
     * @param component one of its components
     * @return the value, which may be null
     * @throws IllegalArgumentException when it cannot be read, with the cause
     */
    public static @Nullable Object read(Object row, RecordComponent component) {
        Method accessor = component.getAccessor();
        try {
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    component.getName() + " of " + TypeNames.of(row.getClass()) + " threw " + e.getCause(),
                    e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    component.getName() + " of " + TypeNames.of(row.getClass()) + " cannot be read", e);
        }
    }
}
