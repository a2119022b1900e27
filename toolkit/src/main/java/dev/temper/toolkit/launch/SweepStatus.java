package dev.temper.toolkit.launch;

import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.Sweep;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How far a sweep is.
 *
 * @param sweep its runs
 * @param checkpoint how far the stage-1 checkpoint is
 * @param states how far each run is, by its id
 * @param seconds wall time since the launcher was called
 * @param secondsLeft estimate of the wall time to the end, from the tokens trained on since the call; empty while there is
 *     nothing to go by
 */
public record SweepStatus(
        Sweep sweep, RunState checkpoint, Map<String, RunState> states, double seconds, OptionalDouble secondsLeft) {
    /** Copies the map. */
    public SweepStatus {
        states = Map.copyOf(states);
    }

    /**
     * Counts runs.
     *
     * @param state a state
     * @return how many runs are in it
     */
    public long count(RunState state) {
        return states.values().stream().filter(state::equals).count();
    }

    /**
     * Tells whether nothing is left to do.
     *
     * @return true if every run is done or failed
     */
    public boolean isFinished() {
        return count(RunState.DONE) + count(RunState.FAILED) == states.size();
    }
}
