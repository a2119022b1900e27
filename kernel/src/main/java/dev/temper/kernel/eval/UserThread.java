package dev.temper.kernel.eval;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that runs what users write. It is the only one ever interrupted: the compiler and the sockets, which
 * an interrupt would break for good, live on others.
 */
final class UserThread {
    private static final long NUDGE_MILLIS = 100;
    private static final int NUDGES_BEFORE_LEAVING = 50;

    private ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile @Nullable Thread worker;
    private boolean inCell;
    private boolean stopAsked;
    private boolean shielded;
    private boolean stopAfterShield;
    private @Nullable Thread interruptible;

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "cell");
        thread.setDaemon(true);
        worker = thread;
        return thread;
    }

    /** Begins a cell: from now on {@link #stop()} stops what runs. */
    synchronized void begin() {
        inCell = true;
        setStopAsked(false);
    }

    /** Ends the cell. Code of it that other threads still run goes on stopping until something else is run. */
    synchronized void end() {
        inCell = false;
        stopAsked = false;
    }

    /** Stops the code of the running cell; nothing when none is running. */
    synchronized void stop() {
        if (!inCell) {
            return;
        }
        if (shielded) {
            stopAfterShield = true;
        } else {
            setStopAsked(true);
            nudge();
        }
    }

    private void setStopAsked(boolean asked) {
        stopAsked = asked;
        if (asked) {
            StopCheck.raise();
        } else {
            StopCheck.lower();
        }
    }

    private synchronized void nudge() {
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    /** Whether the user wants the running cell to stop. */
    synchronized boolean stopAsked() {
        return stopAsked;
    }

    /** Whether the caller is on this thread. */
    boolean isCurrent() {
        return Thread.currentThread().equals(worker);
    }

    /**
     * Runs work on this thread and waits for it.
     *
     * @throws CellStopped when the cell was interrupted before, during or by the end of the work
     * @throws Exception what the work throws
     */
    <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        if (isCurrent()) {
            return work.call();
        }
        Future<T> future = executor.submit(() -> interruptibly(work));
        try {
            return await(future);
        } catch (ExecutionException e) {
            if (stopAsked()) {
                throw new CellStopped();
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }

    private <T extends @Nullable Object> T interruptibly(Callable<T> work) throws Exception {
        synchronized (this) {
            if (stopAsked) {
                throw new CellStopped();
            }
            if (!inCell) {
                StopCheck.lower();
            }
            interruptible = Thread.currentThread();
        }
        try {
            return work.call();
        } finally {
            synchronized (this) {
                interruptible = null;
                Thread.interrupted();
            }
        }
    }

    /** Runs work to its end within work that is interrupted, or may be. */
    <T extends @Nullable Object> T shielded(Callable<T> work) throws Exception {
        if (shielded) {
            return work.call();
        }
        @Nullable Thread before;
        synchronized (this) {
            before = interruptible;
            interruptible = null;
            Thread.interrupted();
            stopAfterShield = stopAsked;
            shielded = true;
            setStopAsked(false);
        }
        try {
            return work.call();
        } finally {
            synchronized (this) {
                interruptible = before;
                shielded = false;
                if (stopAfterShield) {
                    stop();
                }
            }
        }
    }

    private <T extends @Nullable Object> T await(Future<T> future) throws ExecutionException, InterruptedException {
        int nudges = 0;
        while (true) {
            try {
                T value = future.get(NUDGE_MILLIS, TimeUnit.MILLISECONDS);
                if (stopAsked()) {
                    throw new CellStopped();
                }
                return value;
            } catch (TimeoutException e) {
                if (stopAsked()) {
                    nudge();
                    nudges++;
                }
            }
            if (nudges > NUDGES_BEFORE_LEAVING) {
                leave();
                throw new CellStopped("The cell was interrupted, but some of its code does not react: it goes on in the"
                        + " background until it ends by itself. Restart the kernel to be rid of it.");
            }
        }
    }

    /** Gives the thread up to code that does not stop, and takes a new one. */
    private synchronized void leave() {
        interruptible = null;
        executor.shutdown();
        executor = Executors.newSingleThreadExecutor(this::thread);
    }
}
