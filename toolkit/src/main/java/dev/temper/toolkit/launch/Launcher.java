package dev.temper.toolkit.launch;

import dev.temper.toolkit.anneal.Sweep;
import java.io.IOException;

/** Somewhere that runs can be executed. Keeps no truth of its own: what is done and who is alive stands in the folders. */
public interface Launcher {
    /**
     * Works a sweep to its end: starts what is neither done nor being worked on, and watches. A sweep that is already
     * running elsewhere is joined; one that is done starts nothing.
     *
     * @param sweep the runs
     * @param watcher called with the state of all runs, at the start, a few times a second and at the end
     * @throws IOException if a folder cannot be used or a worker was stopped by the outside world; runs that are done stay
     *     done
     * @throws InterruptedException if the calling thread is interrupted; the sweep's workers are then told to checkpoint
     *     and end
     */
    void run(Sweep sweep, SweepWatcher watcher) throws IOException, InterruptedException;
}
