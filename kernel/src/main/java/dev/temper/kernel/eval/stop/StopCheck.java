package dev.temper.kernel.eval.stop;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * Where code of cells looks whether it is to stop. Calls are woven into that code; nothing else calls it.
 *
 * <p>The compiler of the virtual machine takes what the check does for a constant: while nobody wants a stop, that is
 * nothing, and costs nothing. When that changes, the machine throws away the compiled code that relied on it, and goes
 * on in the interpreter, which meets the check.
 */
public final class StopCheck {
    private static final MethodHandle PASS = MethodHandles.empty(MethodType.methodType(void.class));
    private static final MethodHandle STOP =
            MethodHandles.throwException(void.class, CellStopped.class).bindTo(new CellStopped());
    private static final MutableCallSite SITE = new MutableCallSite(PASS);
    private static final MethodHandle CHECK = SITE.dynamicInvoker();

    private StopCheck() {}

    /**
     * Throws {@link CellStopped} while the user wants cells to stop.
     *
     * @throws Throwable nothing else
     */
    public static void check() throws Throwable {
        CHECK.invokeExact();
    }

    static void raise() {
        become(STOP);
    }

    static void lower() {
        become(PASS);
    }

    private static synchronized void become(MethodHandle target) {
        if (!SITE.getTarget().equals(target)) {
            SITE.setTarget(target);
            MutableCallSite.syncAll(new MutableCallSite[] {SITE});
        }
    }
}
