package dev.temper.toolkit.train;

import dev.temper.toolkit.store.RunStore;
import java.util.List;
import java.util.Map;

/** Knows how a sweep's runs are executed: which command works through them, and what it needs in its environment. */
public interface Trainer {
    /**
     * Names the trainer and the version of its arithmetic; part of every request.
     *
     * @return the name
     */
    String name();

    /**
     * Gives the command of one worker process, which takes run after run of the sweep until none is left.
     *
     * @param store where the runs are
     * @param sweepId the sweep
     * @param slot number of the worker's place, from 0
     * @return the argument list
     */
    List<String> command(RunStore store, String sweepId, int slot);

    /**
     * Gives what the worker's environment must hold beside what it inherits.
     *
     * @return variables and their values
     */
    Map<String, String> environment();
}
