package dev.temper.kernel.builtin.time;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Measured code, compiled once. Public for source that the kernel writes. */
@FunctionalInterface
public interface Timed {
    /**
     * Runs the code.
     *
     * @param times how often
     * @throws Exception what the code throws
     */
    void run(long times) throws Exception;

    /** Where that source leaves what it has made. */
    final class Desk {
        private static final AtomicReference<@Nullable Timed> LEFT = new AtomicReference<>();

        private Desk() {}

        /**
         * Leaves measured code to be picked up.
         *
         * @param timed the code
         */
        public static void leave(Timed timed) {
            LEFT.set(timed);
        }

        static Optional<Timed> take() {
            return Optional.ofNullable(LEFT.getAndSet(null));
        }
    }
}
