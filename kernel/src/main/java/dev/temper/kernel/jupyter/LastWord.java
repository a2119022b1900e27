package dev.temper.kernel.jupyter;

import dev.temper.kernel.session.Notebook;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * What the pages hear when code ends the process: which the hooks of the process are told of, and not the kernel. And
 * the limit to how long these hooks, which users may add to, keep a process alive that is to end.
 */
final class LastWord {
    private static final long EXIT_MILLIS = 1_500;
    private static final int HOOKS_HUNG = 1;

    private final Notebook notebook;
    private final Execution execution;
    private final Runnable close;
    private volatile boolean expected;

    LastWord(Notebook notebook, Execution execution, Runnable close) {
        this.notebook = notebook;
        this.execution = execution;
        this.close = close;
    }

    /** Makes sure of it. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::say, "last-word"));
    }

    /** Tells that the end was asked for; from now on it is not long. */
    void limit() {
        expected = true;
        halt(0);
    }

    private void say() {
        if (expected) {
            return;
        }
        halt(HOOKS_HUNG);
        if (execution.isRunning() && isExitCalled()) {
            OptionalInt status = notebook.exitStatus();
            String call = status.isPresent() ? "System.exit(" + status.getAsInt() + ")" : "System.exit";
            String message = "The cell called " + call + ": the kernel ends, and all its variables with it.";
            notebook.err().println(message);
            notebook.flush();
            execution.fail("SystemExit", message);
        }
        notebook.flush();
        close.run();
    }

    /** Whether code asked for the end, rather than the system by a signal. */
    private static boolean isExitCalled() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }

    private static void halt(int status) {
        Thread watchdog = new Thread(
                () -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(EXIT_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(status);
                },
                "exit");
        watchdog.setDaemon(true);
        watchdog.start();
    }
}
