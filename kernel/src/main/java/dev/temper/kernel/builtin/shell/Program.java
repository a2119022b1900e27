package dev.temper.kernel.builtin.shell;

import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Session;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A program started from a cell: it gets no input, and what it prints is passed on as it comes. */
final class Program {
    private static final long LAST_WORDS_MILLIS = 500;
    private static final int BUFFER_BYTES = 1 << 13;

    private final List<String> command;
    private final Session session;

    Program(List<String> command, Session session) {
        this.command = command;
        this.session = session;
    }

    /** The command line that has a shell run some text. */
    static List<String> shell(String program, String text) {
        return List.of(program, isWindows() ? "/c" : "-c", text);
    }

    static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    /**
     * Runs the program to its end. Should the kernel end first, so do the program and all that it has started.
     *
     * @return its exit code
     * @throws InterruptedException when the cell was interrupted; the program and all that it started are ended first
     * @throws MagicException when it cannot be started
     */
    int run(OutputStream out, OutputStream err) throws InterruptedException {
        Process process = start();
        ProcessTree tree = new ProcessTree(process.toHandle());
        Thread end = new Thread(tree::end, "program-end");
        Runtime.getRuntime().addShutdownHook(end);
        Thread output = pass(process.getInputStream(), out);
        Thread errors = pass(process.getErrorStream(), err);
        try {
            int exit = process.waitFor();
            output.join(LAST_WORDS_MILLIS);
            errors.join(LAST_WORDS_MILLIS);
            return exit;
        } catch (InterruptedException e) {
            tree.end();
            throw e;
        } finally {
            forget(end);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the kernel is ending, and the hook runs
        }
    }

    private Process start() {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(session.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(session.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new MagicException(
                    "The program " + command.get(0) + " must be there to run this, but cannot be started: "
                            + e.getMessage(),
                    e);
        }
    }

    private static Thread pass(InputStream from, OutputStream to) {
        Thread thread = new Thread(
                () -> {
                    byte[] buffer = new byte[BUFFER_BYTES];
                    try (from) {
                        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                            to.write(buffer, 0, n);
                            to.flush();
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "program-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
