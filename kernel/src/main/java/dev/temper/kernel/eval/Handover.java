package dev.temper.kernel.eval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where source that the kernel writes picks up a live value. Public for that source; nothing else uses it. */
public final class Handover {
    private static final Map<Long, Object> WAITING = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();

    private Handover() {}

    /** Leaves a value, and returns the expression that takes it as one of a type. */
    static String leave(String type, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        long number = NEXT.incrementAndGet();
        WAITING.put(number, value);
        return "(" + type + ") " + Handover.class.getName() + ".take(" + number + "L)";
    }

    /**
     * Takes a value away.
     *
     * @param number the number it was left under
     * @return the value, null when it has been taken
     */
    public static @Nullable Object take(long number) {
        return WAITING.remove(number);
    }
}
