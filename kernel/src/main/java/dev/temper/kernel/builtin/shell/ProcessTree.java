package dev.temper.kernel.builtin.shell;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process and all that it has started. */
final class ProcessTree {
    private static final long POLITELY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root) {
        known.add(root);
    }

    /**
     * Ends them all: asks first, then forces, until no more are found. The parents come before their children, so that
     * they start no more. It does not wait for those to vanish whom nobody reaps. An interrupt of this thread does not
     * end the work.
     */
    synchronized void end() {
        boolean interrupted = Thread.interrupted();
        gather();
        known.forEach(ProcessHandle::destroy);
        long start = System.nanoTime();
        while (isAlive() && System.nanoTime() - start < POLITELY_NANOS) {
            interrupted |= pause();
        }
        Set<ProcessHandle> forced = new HashSet<>();
        while (gather() || forced.size() < known.size()) {
            known.stream().filter(forced::add).forEach(ProcessHandle::destroyForcibly);
            interrupted |= pause();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks for more of them; returns whether there are. */
    private boolean gather() {
        boolean more = false;
        for (ProcessHandle handle : List.copyOf(known)) {
            more |= handle.descendants().filter(known::add).count() > 0;
        }
        return more;
    }

    private boolean isAlive() {
        return known.stream().anyMatch(ProcessHandle::isAlive);
    }

    private static boolean pause() {
        LockSupport.parkNanos(LOOK_NANOS);
        return Thread.interrupted();
    }
}
