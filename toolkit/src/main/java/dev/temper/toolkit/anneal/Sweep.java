package dev.temper.toolkit.anneal;

import java.util.List;
import java.util.stream.Stream;

/**
 * A study's runs, in the order in which they are best started: small budgets first, so that every source shows early.
 *
 * @param id hash over the ids of all runs
 * @param checkpointId id of the run that makes the stage-1 checkpoint
 * @param checkpoint the request of that run
 * @param runs every anneal and control
 */
public record Sweep(String id, String checkpointId, Request checkpoint, List<Run> runs) {
    /** Copies the list. */
    public Sweep {
        runs = List.copyOf(runs);
    }

    static Sweep of(Request checkpoint, List<Run> runs) {
        String checkpointId = checkpoint.id();
        List<String> ids = Stream.concat(Stream.of(checkpointId), runs.stream().map(Run::id))
                .toList();
        return new Sweep(Canonical.id(Canonical.json(ids)), checkpointId, checkpoint, runs);
    }

    /**
     * Lists all requests in the order in which they are started: the checkpoint's, then the anneals'.
     *
     * @return requests
     */
    public List<Request> requests() {
        return Stream.concat(Stream.of(checkpoint), runs.stream().map(Run::request))
                .toList();
    }

    /**
     * Counts the tokens of all anneals, the checkpoint left out.
     *
     * @return tokens
     */
    public long tokens() {
        return runs.stream().mapToLong(run -> run.anneal().tokenBudget()).sum();
    }
}
