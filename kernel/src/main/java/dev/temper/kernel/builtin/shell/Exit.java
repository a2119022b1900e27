package dev.temper.kernel.builtin.shell;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Session;

/** Tells the user of a program that failed. */
final class Exit {
    private static final int NOT_FOUND = 127;
    private static final int MISREAD = 2;
    private static final int SIGNAL = 128;

    private Exit() {}

    /**
     * Complains of an exit code that is not 0.
     *
     * @throws MagicException then
     */
    static void check(int code, Invocation invocation, Session session) {
        if (code == 0) {
            return;
        }
        String place = session.place(invocation.line());
        String bySignal = code > SIGNAL ? " (ended by signal " + (code - SIGNAL) + ")" : "";
        String hint = code == NOT_FOUND || code == MISREAD ? hint(invocation) : "";
        throw new MagicException(place + ": the exit code must be 0, but is " + code + bySignal
                + ". What it printed stands above." + hint);
    }

    private static String hint(Invocation invocation) {
        return invocation.body().isEmpty()
                ? "\nA line that begins with ! is a command of the shell; Java's \"not\" is written (!x) there."
                : "";
    }
}
