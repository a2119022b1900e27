package dev.temper.toolkit.launch;

import static dev.temper.toolkit.launch.RealSweep.SWEEP;
import static dev.temper.toolkit.launch.RealSweep.inMidSweep;
import static dev.temper.toolkit.launch.RealSweep.numbers;
import static dev.temper.toolkit.launch.RealSweep.pool;
import static dev.temper.toolkit.launch.RealSweep.undisturbed;
import static dev.temper.toolkit.launch.RealSweep.untilNobodyWorks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.temper.toolkit.anneal.Checkpoint;
import dev.temper.toolkit.anneal.ModelShape;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.SmallStudy;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.store.SmallDisk;
import dev.temper.toolkit.train.EmbeddedTrainer;
import dev.temper.toolkit.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that the outside world keeps from their work, and runs that cannot succeed. */
class WorkerFaultIT {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsOneClearErrorAndNothingIsLost() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectories(folder.resolve("disk")), 2_000)) {
            RunStore store = new RunStore(disk.root());
            assertThatThrownBy(() -> pool(store, 1).run(SWEEP, inMidSweep(status -> disk.fill())))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("(?s)worker 0 ended with status 3: cannot [a-z ]+ " + disk.root()
                            + "/[^\n]*: No space left on device\nRuns that are done are kept\\..*")
                    .hasMessageEndingWith(store.sweep(SWEEP.id()).log(0).toString());
            disk.free();
            pool(store, 1).run(SWEEP, status -> {});
            assertThat(numbers(store)).isEqualTo(undisturbed());
        }
    }

    @Test
    void aDiskThatIsFullFromTheStartIsOneClearError() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectories(folder.resolve("disk")), 100)) {
            disk.fill();
            assertThatThrownBy(() -> pool(new RunStore(disk.root()), 1).run(SWEEP, status -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(disk.root().toString())
                    .hasMessageEndingWith(": No space left on device")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsOneClearError() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        assertThatThrownBy(() -> pool(new RunStore(plain), 1).run(SWEEP, status -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("cannot make the run folder " + plain + "/runs/[0-9a-f]{16}: [A-Za-z ]+");
    }

    @Test
    void aWorkerThatCannotWorkIsQuotedWithItsLastWords() {
        Trainer broken = new Saying("one\n\ntwo\nthree\nfour\nfive\nthe sixth and last", 3);
        RunStore store = new RunStore(folder);
        assertThatThrownBy(() -> new LocalPool(store, broken, 1).run(SWEEP, status -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("worker 0 ended with status 3: two\nthree\nfour\nfive\nthe sixth and last"
                        + "\nRuns that are done are kept. Mend the cause and run the cell again; its log is "
                        + store.sweep(SWEEP.id()).log(0));
    }

    @Test
    void aWorkerThatIsKilledAgainAndAgainIsGivenUp() {
        RunStore store = new RunStore(folder);
        assertThatThrownBy(() -> new LocalPool(store, new Saying("killed", 137), 1).run(SWEEP, status -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("worker 0 ended with status 137: killed\n");
    }

    @Test
    void anEngineThatCannotBeUnpackedIsNamedWithTheCure() {
        Trainer homeless = with(Map.of("DJL_CACHE_DIR", "/dev/null/cache"), List.of());
        assertThatThrownBy(() -> new LocalPool(new RunStore(folder), homeless, 1).run(SWEEP, status -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot unpack the training engine into /dev/null/cache")
                .hasMessageContaining("set DJL_CACHE_DIR to a folder that can be written");
    }

    @Test
    void aFaultInsideTheTrainerNamesItsRunAndNoStack() throws IOException {
        Checkpoint usual = SmallStudy.checkpoint(EmbeddedTrainer.NAME, 60, 6e-3);
        Checkpoint speechless = new Checkpoint(
                usual.trainer(),
                usual.world(),
                usual.generalPool(),
                usual.generalText(),
                new ModelShape(50, 16, 1, 8),
                usual.optimizer(),
                usual.batchWindows(),
                usual.learningRate(),
                usual.tokens(),
                usual.seed());
        Sweep sweep = SmallStudy.of(speechless, List.of(SmallStudy.WEB), List.of(20L), List.of(1L))
                .sweep();
        RunStore store = new RunStore(folder);
        Path log = store.run(sweep.checkpointId()).path().resolve("log.out");
        assertThatThrownBy(() -> pool(store, 1).run(sweep, status -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "worker 0 ended with status 3: run " + sweep.checkpointId() + " cannot be trained: ")
                .hasMessageContaining("; the trace is in " + log + "\n")
                .hasMessageNotContaining("\tat ");
        assertThat(Files.readString(log)).contains("\tat ");
    }

    @Test
    void aCheckpointThatFailsFailsItsAnnealsWithItsReason() throws Exception {
        Sweep diverging = SmallStudy.of(
                        SmallStudy.checkpoint(EmbeddedTrainer.NAME, 60, 1e30),
                        List.of(SmallStudy.WEB),
                        List.of(20L),
                        List.of(1L))
                .sweep();
        RunStore store = new RunStore(folder);
        List<SweepStatus> seen = new ArrayList<>();
        pool(store, 2).run(diverging, seen::add);
        SweepStatus last = seen.get(seen.size() - 1);
        assertThat(last.checkpoint()).isEqualTo(RunState.FAILED);
        assertThat(last.count(RunState.FAILED)).isEqualTo(2);
        String reason = store.run(diverging.checkpointId()).done().orElseThrow().reason();
        assertThat(reason).startsWith("the training loss became ");
        for (var run : diverging.runs()) {
            Done done = store.run(run.id()).done().orElseThrow();
            assertThat(done.exit()).isEqualTo(2);
            assertThat(done.reason())
                    .isEqualTo("the run " + diverging.checkpointId() + " that it starts from failed: " + reason);
        }
    }

    @Test
    void trainingNeedsNoNetwork() throws Exception {
        List<String> cutOff = cutOff();
        RunStore store = new RunStore(folder);
        new LocalPool(store, with(Map.of(), cutOff), 1).run(SWEEP, status -> {});
        assertThat(numbers(store)).isEqualTo(undisturbed());
        assertThat(Files.readString(store.run(SWEEP.checkpointId()).path().resolve("command.txt")))
                .contains("-Dai.djl.offline=true");
        untilNobodyWorks(store, 1);
    }

    /** A prefix that runs a command where there is no network but an unconnected loop. */
    private static List<String> cutOff() throws IOException, InterruptedException {
        for (List<String> prefix : List.of(List.of("unshare", "-rn"), List.of("unshare", "-n"))) {
            List<String> probe = new ArrayList<>(prefix);
            probe.addAll(List.of("sh", "-c", "test \"$(tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' ')\" = lo"));
            Process process = start(probe);
            if (process != null && process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return prefix;
            }
        }
        assumeTrue(false, "skipped: this user may not make a network namespace");
        return List.of();
    }

    private static Process start(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: no unshare on the path");
            throw e;
        }
    }

    private static Trainer with(Map<String, String> environment, List<String> prefix) {
        EmbeddedTrainer trainer = new EmbeddedTrainer();
        return new Trainer() {
            @Override
            public String name() {
                return trainer.name();
            }

            @Override
            public List<String> command(RunStore store, String sweepId, int slot) {
                List<String> command = new ArrayList<>(prefix);
                command.addAll(trainer.command(store, sweepId, slot));
                return command;
            }

            @Override
            public Map<String, String> environment() {
                Map<String, String> all = new HashMap<>(trainer.environment());
                all.putAll(environment);
                return all;
            }
        };
    }
}
