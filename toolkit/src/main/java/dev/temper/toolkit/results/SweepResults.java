package dev.temper.toolkit.results;

import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.RunStore;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * A sweep with all that its runs measured: what a cell's sweep leaves in the variable of its name.
 *
 * @param study the question
 * @param store where the runs are
 * @param sweep the runs asked for
 * @param runs what each came to, in the sweep's order
 * @param checkpointLosses what the stage-1 checkpoint itself measured
 * @param faults a sentence for each line of a metrics file that could not be used
 */
public record SweepResults(
        Study study,
        RunStore store,
        Sweep sweep,
        List<RunResult> runs,
        List<Measurement> checkpointLosses,
        List<String> faults) {
    /** Copies the lists. */
    public SweepResults {
        runs = List.copyOf(runs);
        checkpointLosses = List.copyOf(checkpointLosses);
        faults = List.copyOf(faults);
    }

    /**
     * Makes one tidy table: a row for each run, metric and domain; a run without numbers has a row with a missing value for
     * each domain.
     *
     * @return a fresh table; its columns are named in {@link Columns}
     */
    public Table table() {
        return TidyTable.of(this);
    }

    /**
     * Lists the runs with a final loss.
     *
     * @param domain the domain
     * @return runs that are done and measured it, in the sweep's order
     */
    public List<RunResult> measured(String domain) {
        return runs.stream()
                .filter(run -> run.value(Measurement.LOSS, domain).isPresent())
                .toList();
    }

    /**
     * Counts runs.
     *
     * @param state a state
     * @return how many runs are in it
     */
    public long count(RunState state) {
        return runs.stream().filter(run -> run.state() == state).count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "sweep %s of study %s: %d of %d runs done, %d failed, %,d tokens",
                sweep.id(),
                study.name(),
                count(RunState.DONE),
                runs.size(),
                count(RunState.FAILED),
                sweep.tokens());
    }
}
