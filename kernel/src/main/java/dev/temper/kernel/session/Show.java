package dev.temper.kernel.session;

import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the code of cells can call by its simple name, such as {@code display(value)}. */
public final class Show {
    private static volatile @Nullable Session current;

    private Show() {}

    static void setSession(Session session) {
        current = session;
    }

    /**
     * Returns the notebook that this code runs in.
     *
     * @return the session
     * @throws IllegalStateException when this is not the code of a cell
     */
    public static Session notebook() {
        return Optional.ofNullable(current)
                .orElseThrow(
                        () -> new IllegalStateException("notebook() must be called from a cell, but no kernel runs"));
    }

    /**
     * Shows a value below the cell.
     *
     * @param value the value
     */
    public static void display(@Nullable Object value) {
        notebook().display(value);
    }

    /**
     * Shows a value that will change in place.
     *
     * @param first the first state
     * @return the handle to show later states by
     */
    public static LiveDisplay live(@Nullable Object first) {
        return notebook().live(first);
    }
}
