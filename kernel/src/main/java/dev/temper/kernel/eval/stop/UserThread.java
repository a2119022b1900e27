package dev.temper.kernel.eval.stop;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that runs what users write. It is the only one ever interrupted: the compiler and the sockets, which
 * an interrupt would break for good, live on others.
 */
public final class UserThread {
    private static final long NUDGE_MILLIS = 20;
    private static final int NUDGES_BEFORE_FORCE = 50;
    private static final int NUDGES_BEFORE_LEAVING = 250;

    private final Reserve reserve = new Reserve();
    private ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile @Nullable Thread worker;
    private boolean inCell;
    private boolean stopAsked;
    private boolean shielded;
    private boolean stopAfterShield;
    private @Nullable Thread interruptible;
    private final Deque<BlockingQueue<FutureTask<?>>> errands = new ArrayDeque<>();

    /** Makes the thread; it begins with the first work. */
    public UserThread() {}

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "cell");
        thread.setDaemon(true);
        worker = thread;
        return thread;
    }

    /** Begins a cell: from now on {@link #stop()} stops what runs. */
    public synchronized void begin() {
        inCell = true;
        setStopAsked(false);
    }

    /** Ends the cell. Code of it that other threads still run goes on stopping until something else is run. */
    public synchronized void end() {
        inCell = false;
        stopAsked = false;
    }

    /** Stops the code of the running cell; nothing when none is running. */
    public synchronized void stop() {
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

    /**
     * Tells whether the user wants the running cell to stop.
     *
     * @return whether it is to stop
     */
    public synchronized boolean stopAsked() {
        return stopAsked;
    }

    /**
     * Tells whether the caller is on this thread.
     *
     * @return whether it is
     */
    public boolean isCurrent() {
        return Thread.currentThread().equals(worker);
    }

    /**
     * Runs work on this thread and waits for it.
     *
     * @param <T> what it returns
     * @param work the work
     * @return what it returned
     * @throws CellStopped when the cell was interrupted before, during or by the end of the work
     * @throws Exception what the work throws
     */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        if (isCurrent()) {
            return work.call();
        }
        try {
            return await(submit(() -> interruptibly(work)));
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

    private synchronized <T extends @Nullable Object> Future<T> submit(Callable<T> work) {
        BlockingQueue<FutureTask<?>> waiting = errands.peek();
        if (waiting == null) {
            return executor.submit(work);
        }
        FutureTask<T> errand = new FutureTask<>(work);
        waiting.add(errand);
        return errand;
    }

    /**
     * Does work on another thread while this one, from which it is called, stands by: what that work has {@link #call}
     * run is run here. So the compiler, which an interrupt would break, never runs on this thread.
     *
     * @param <T> what it returns
     * @param work the work
     * @return what it returned
     * @throws Exception what the work throws
     */
    public <T extends @Nullable Object> T lend(Callable<T> work) throws Exception {
        BlockingQueue<FutureTask<?>> waiting = new LinkedBlockingQueue<>();
        FutureTask<?> end = new FutureTask<>(() -> null);
        synchronized (this) {
            errands.push(waiting);
        }
        @Nullable Thread before = standBy(null);
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread borrower = new Thread(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    } finally {
                        waiting.add(end);
                    }
                },
                "cell-compiler");
        borrower.setDaemon(true);
        borrower.start();
        try {
            for (FutureTask<?> next = take(waiting); !next.equals(end); next = take(waiting)) {
                next.run();
            }
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        } finally {
            synchronized (this) {
                errands.remove(waiting);
            }
            standBy(before);
        }
    }

    private synchronized @Nullable Thread standBy(@Nullable Thread next) {
        @Nullable Thread before = interruptible;
        interruptible = next;
        Thread.interrupted();
        return before;
    }

    /** Waits for the next errand. An interrupt that was on its way does not end the wait: the borrower is told of it. */
    private static FutureTask<?> take(BlockingQueue<FutureTask<?>> waiting) {
        Optional<FutureTask<?>> next = Optional.empty();
        while (next.isEmpty()) {
            try {
                next = Optional.of(waiting.take());
            } catch (InterruptedException e) {
                next = Optional.ofNullable(waiting.poll());
            }
        }
        return next.get();
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
            reserve.hold();
            return work.call();
        } catch (OutOfMemoryError e) {
            reserve.releaseFor(e);
            throw e;
        } catch (InvocationTargetException e) {
            reserve.releaseFor(e.getCause());
            throw e;
        } finally {
            synchronized (this) {
                interruptible = null;
                Thread.interrupted();
            }
        }
    }

    /**
     * Runs work to its end within work that is interrupted, or may be.
     *
     * @param <T> what it returns
     * @param work the work
     * @return what it returned
     * @throws Exception what the work throws
     */
    public <T extends @Nullable Object> T shielded(Callable<T> work) throws Exception {
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
            } catch (OutOfMemoryError e) {
                reserve.releaseFor(e); // to the code that is waited for, which will soon find out by itself
            } catch (TimeoutException e) {
                if (stopAsked()) {
                    nudge();
                    nudges++;
                }
            }
            if (nudges == NUDGES_BEFORE_FORCE) {
                force();
            }
            if (nudges > NUDGES_BEFORE_LEAVING) {
                leave();
                throw new CellStopped("The cell was interrupted, but some of its code does not react: it goes on in the"
                        + " background until it ends by itself. Restart the kernel to be rid of it.");
            }
        }
    }

    /**
     * Stops code that meets no check for a second, which is code of the JDK or of a library, by the old means of the
     * virtual machine. It may leave that code's own data half changed; the alternative is to leave it running. Java 20
     * took the means away.
     */
    @SuppressWarnings({"removal", "deprecation"})
    private synchronized void force() {
        if (interruptible != null && Runtime.version().feature() < 20) {
            interruptible.stop();
        }
    }

    /** Gives the thread up to code that does not stop, and takes a new one. */
    @SuppressWarnings("ThreadPriorityCheck") // a wish is all that can be had
    private synchronized void leave() {
        if (interruptible != null) {
            interruptible.setPriority(Thread.MIN_PRIORITY);
        }
        interruptible = null;
        executor.shutdown();
        executor = Executors.newSingleThreadExecutor(this::thread);
    }
}
