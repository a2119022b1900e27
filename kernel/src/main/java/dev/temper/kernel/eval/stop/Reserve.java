package dev.temper.kernel.eval.stop;

import org.jspecify.annotations.Nullable;

/**
 * Memory that is set aside while code of cells runs. A cell that used up all the rest can then still be told of, and the
 * next one be compiled, which may let go of what fills the memory.
 */
final class Reserve {
    private static final long MOST_BYTES = 8 << 20;
    private static final int PART_OF_MEMORY = 8;
    private static final int TIMES_FREE = 3;

    private volatile byte @Nullable [] held;

    /** Sets the memory aside, if there is plenty. */
    void hold() {
        Runtime runtime = Runtime.getRuntime();
        long bytes = Math.min(MOST_BYTES, runtime.maxMemory() / PART_OF_MEMORY);
        if (held == null && runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory() > TIMES_FREE * bytes) {
            held = new byte[(int) bytes];
        }
    }

    /** Gives the memory to those who need it, when that is why code failed. */
    void releaseFor(@Nullable Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            held = null;
        }
    }
}
