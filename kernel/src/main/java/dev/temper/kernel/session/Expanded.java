package dev.temper.kernel.session;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where source that the kernel writes leaves a value. Public for that source; nothing else uses it. */
public final class Expanded {
    private static final AtomicReference<String> TEXT = new AtomicReference<>("");

    private Expanded() {}

    /**
     * Leaves a value as text.
     *
     * @param value the value
     */
    public static void set(@Nullable Object value) {
        TEXT.set(String.valueOf(value));
    }

    static String take() {
        return TEXT.getAndSet("");
    }
}
