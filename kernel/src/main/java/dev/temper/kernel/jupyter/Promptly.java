package dev.temper.kernel.jupyter;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks for what may have to wait for a running cell, and does without when it does: a page that asked for completions
 * drops what comes after a second, and shows nothing else meanwhile.
 */
final class Promptly {
    private static final long PATIENCE_MILLIS = 500;
    private static final long LOOK_MILLIS = 50;

    private final BooleanSupplier cellRuns;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "assistance");
        thread.setDaemon(true);
        return thread;
    });

    Promptly(BooleanSupplier cellRuns) {
        this.cellRuns = cellRuns;
    }

    /** Returns what is asked for, or what stands for it when a cell keeps it waiting. */
    Object ask(Supplier<?> work, Object otherwise) {
        Future<?> asked = asking.submit(work::get);
        long waited = 0;
        while (waited < PATIENCE_MILLIS || !cellRuns.getAsBoolean()) {
            try {
                return asked.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                waited += LOOK_MILLIS;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return otherwise;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
            }
        }
        asked.cancel(false);
        return otherwise;
    }
}
