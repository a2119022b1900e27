package dev.temper.kernel.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that earlier cells have shown, for the code of cells: {@code Out[4]} is that of cell 4, {@code __} that
 * of the last one. The latest {@value #MOST} are kept, until the variables are forgotten. Public for the code of
 * cells; nothing else uses it.
 */
public final class Earlier {
    static final int MOST = 1000;

    /** The shown values by the number of their cell, null where none was shown. */
    public static @Nullable Object[] Out = new Object[MOST];

    /** The value shown last. */
    public static @Nullable Object __;

    private Earlier() {}

    static void add(int cell, @Nullable Object value) {
        if (cell >= Out.length) {
            Out = Arrays.copyOf(Out, Math.max(cell + 1, 2 * Out.length));
        }
        Out[cell] = value;
        if (cell >= MOST) {
            Out[cell - MOST] = null;
        }
        __ = value;
    }

    static void clear() {
        Out = new Object[MOST];
        __ = null;
    }
}
