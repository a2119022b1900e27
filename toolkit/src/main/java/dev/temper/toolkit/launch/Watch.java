package dev.temper.toolkit.launch;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.RunFolder;
import dev.temper.toolkit.store.RunStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Reads the state of a sweep's runs from their folders; a run once seen done is not asked again. */
final class Watch {
    private final RunStore store;
    private final Sweep sweep;
    private final LongSupplier nanos;
    private final Map<String, RunState> ended = new HashMap<>();
    private final long begun;
    private long tokensAtStart = -1;

    Watch(RunStore store, Sweep sweep, LongSupplier nanos) {
        this.store = store;
        this.sweep = sweep;
        this.nanos = nanos;
        begun = nanos.getAsLong();
    }

    SweepStatus look() throws IOException {
        Map<String, RunState> states = new HashMap<>();
        long tokens = 0;
        for (Request request : sweep.requests()) {
            RunState state = state(request.id());
            states.put(request.id(), state);
            tokens += state == RunState.DONE || state == RunState.FAILED ? request.tokenBudget() : 0;
        }
        if (tokensAtStart < 0) {
            tokensAtStart = tokens;
        }
        double seconds = (nanos.getAsLong() - begun) / 1e9;
        long left = sweep.tokens() + sweep.checkpoint().tokenBudget() - tokens;
        long gained = tokens - tokensAtStart;
        OptionalDouble secondsLeft = left == 0
                ? OptionalDouble.of(0)
                : gained == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds * left / gained);
        RunState checkpoint = state(sweep.checkpointId());
        states.remove(sweep.checkpointId());
        return new SweepStatus(sweep, checkpoint, states, seconds, secondsLeft);
    }

    private RunState state(String id) throws IOException {
        RunState known = ended.get(id);
        if (known != null) {
            return known;
        }
        RunFolder folder = store.run(id);
        Optional<Done> done = folder.done();
        if (done.isPresent()) {
            RunState state = done.get().succeeded() ? RunState.DONE : RunState.FAILED;
            ended.put(id, state);
            return state;
        }
        return folder.isClaimed() ? RunState.RUNNING : RunState.PLANNED;
    }
}
