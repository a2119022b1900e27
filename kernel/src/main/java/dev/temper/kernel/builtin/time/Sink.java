package dev.temper.kernel.builtin.time;

import org.jspecify.annotations.Nullable;

/**
 * Takes the values of measured code, so that the compiler of the JVM can neither leave the code out nor move it out of
 * its loop. Public for source that the kernel writes.
 *
 * <p>A number is compared with two that are never the same, read anew each time. An object is kept now and then, more and
 * more rarely: it might be, so it has to be made.
 */
public final class Sink {
    private static volatile long oneLong = 1;
    private static volatile long otherLong = 2;
    private static volatile double oneDouble = 1;
    private static volatile double otherDouble = 2;

    @SuppressWarnings("unused") // that it could be read is enough
    private static volatile @Nullable Object kept;

    private static long count;
    private static long mask = 1;

    private Sink() {}

    /**
     * Takes a value.
     *
     * @param value the value
     */
    public static void take(boolean value) {
        take(value ? 1L : 0L);
    }

    /**
     * Takes a value; so do all whole numbers and characters.
     *
     * @param value the value
     */
    public static void take(long value) {
        if (value == oneLong && value == otherLong) {
            kept = value;
        }
    }

    /**
     * Takes a value.
     *
     * @param value the value
     */
    public static void take(double value) {
        if (value == oneDouble && value == otherDouble) {
            kept = value;
        }
    }

    /**
     * Takes a value.
     *
     * @param value the value
     */
    public static void take(@Nullable Object value) {
        if ((++count & mask) == 0) {
            mask = mask << 1 | 1;
            kept = value;
        }
        take(otherLong);
    }

    /** Lets go of what was kept. */
    static void empty() {
        kept = null;
        count = 0;
        mask = 1;
    }
}
