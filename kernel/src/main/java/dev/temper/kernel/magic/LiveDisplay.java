package dev.temper.kernel.magic;

import org.jspecify.annotations.Nullable;

/** One output of a cell that changes in place. Safe for use by several threads. */
@FunctionalInterface
public interface LiveDisplay {
    /**
     * Shows the next state in place of the last. The caller sees to it that this is not called more often than a page
     * can follow: four times a second is plenty.
     *
     * @param value the state to show
     */
    void update(@Nullable Object value);
}
