package dev.temper.toolkit.results;

import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.Run;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.Metrics;
import dev.temper.toolkit.store.RunFolder;
import dev.temper.toolkit.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a study's runs have measured so far; it starts nothing. */
public final class ResultsReader {
    private final RunStore store;

    /**
     * Makes a reader.
     *
     * @param store where the runs are
     */
    public ResultsReader(RunStore store) {
        this.store = store;
    }

    /**
     * Reads a study's runs. One whose folder is not there is planned.
     *
     * @param study the study
     * @return its results
     * @throws IOException if a file is there but cannot be read
     */
    public SweepResults read(Study study) throws IOException {
        Sweep sweep = study.sweep();
        List<RunResult> runs = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Run run : sweep.runs()) {
            runs.add(result(run, faults));
        }
        List<Measurement> checkpoint = measurements(store.run(sweep.checkpointId()), faults);
        return new SweepResults(study, store, sweep, runs, checkpoint, faults);
    }

    private RunResult result(Run run, List<String> faults) throws IOException {
        RunFolder folder = store.run(run.id());
        Optional<Done> done = folder.done();
        if (done.isEmpty()) {
            RunState state = folder.isClaimed() ? RunState.RUNNING : RunState.PLANNED;
            return new RunResult(run, state, List.of(), Double.NaN, "");
        }
        if (!done.get().succeeded()) {
            return new RunResult(
                    run,
                    RunState.FAILED,
                    List.of(),
                    done.get().seconds(),
                    done.get().reason());
        }
        return new RunResult(
                run, RunState.DONE, measurements(folder, faults), done.get().seconds(), "");
    }

    private static List<Measurement> measurements(RunFolder folder, List<String> faults) throws IOException {
        Metrics metrics = folder.metrics();
        faults.addAll(metrics.faults());
        return metrics.measurements();
    }
}
