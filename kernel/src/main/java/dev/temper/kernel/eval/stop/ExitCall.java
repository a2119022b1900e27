package dev.temper.kernel.eval.stop;

import java.util.OptionalInt;

/** What calls of {@link System#exit(int)} in code of cells are woven into, so that their status can be told. */
public final class ExitCall {
    private static volatile OptionalInt status = OptionalInt.empty();

    private ExitCall() {}

    /**
     * Ends the process, as the code wants.
     *
     * @param wanted the status of the process
     */
    public static void exit(int wanted) {
        status = OptionalInt.of(wanted);
        System.exit(wanted);
    }

    /**
     * Returns the status that code of a cell wanted to end with.
     *
     * @return the status, empty when none wanted to
     */
    public static OptionalInt status() {
        return status;
    }
}
