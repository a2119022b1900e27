package dev.temper.kernel.eval;

import org.jspecify.annotations.Nullable;

/** The statements and expressions of a cell that run together. Public for source that the kernel writes. */
@FunctionalInterface
public interface CellCode {
    /**
     * Runs them.
     *
     * @return the value of the last expression, null when it has none
     * @throws Throwable what they throw
     */
    @Nullable
    Object run() throws Throwable;
}
