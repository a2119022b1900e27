package dev.temper.toolkit.launch;

import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.store.SweepFolder;
import dev.temper.toolkit.train.Trainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Worker processes on this machine, one run and one thread each. They live in a session of their own, so they outlive a
 * killed kernel, and a new kernel joins them.
 */
public final class LocalPool implements Launcher {
    private static final long POLL_MILLIS = 250;

    private final RunStore store;
    private final Trainer trainer;
    private final int slots;

    /**
     * Makes a pool.
     *
     * @param store where runs are kept
     * @param trainer what executes them
     * @param slots worker processes at a time, at least 1
     * @throws IllegalArgumentException if there is no slot
     */
    public LocalPool(RunStore store, Trainer trainer, int slots) {
        if (slots < 1) {
            throw new IllegalArgumentException("workers must be at least 1, but is " + slots);
        }
        this.store = store;
        this.trainer = trainer;
        this.slots = slots;
    }

    @Override
    public void run(Sweep sweep, SweepWatcher watcher) throws IOException, InterruptedException {
        List<Slot> places = new ArrayList<>();
        try {
            work(sweep, watcher, places);
        } catch (InterruptedException e) {
            end(places);
            throw e;
        } catch (IOException e) {
            if (!Thread.interrupted()) {
                throw e;
            }
            // an interrupted thread is not given its sleep's exception but has the file in its hands closed
            end(places);
            throw (InterruptedException) new InterruptedException("the sweep was interrupted").initCause(e);
        }
    }

    private void work(Sweep sweep, SweepWatcher watcher, List<Slot> places) throws IOException, InterruptedException {
        SweepFolder folder = store.prepare(sweep);
        Watch watch = new Watch(store, sweep, System::nanoTime);
        for (int i = 0; i < slots; i++) {
            places.add(new Slot(folder, i, trainer.command(store, sweep.id(), i), trainer.environment()));
        }
        SweepStatus status = watch.look();
        watcher.see(status);
        while (!status.isFinished()) {
            for (Slot place : places) {
                place.keepAlive();
            }
            Thread.sleep(POLL_MILLIS);
            status = watch.look();
            watcher.see(status);
        }
    }

    private static void end(List<Slot> places) throws IOException {
        for (Slot place : places) {
            place.end();
        }
    }
}
