package dev.temper.kernel.eval.stop;

/** Where code of cells looks whether it is to stop. Calls are woven into that code; nothing else calls it. */
public final class StopCheck {
    private static volatile boolean raised;

    private StopCheck() {}

    /** Throws {@link CellStopped} while the user wants cells to stop. */
    public static void check() {
        if (raised) {
            throw new CellStopped();
        }
    }

    static void raise() {
        raised = true;
    }

    static void lower() {
        raised = false;
    }
}
