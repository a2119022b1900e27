package dev.temper.toolkit.launch;

import static dev.temper.toolkit.launch.RealSweep.SWEEP;
import static dev.temper.toolkit.launch.RealSweep.everyRunWasExecutedOnce;
import static dev.temper.toolkit.launch.RealSweep.inMidSweep;
import static dev.temper.toolkit.launch.RealSweep.killWorker;
import static dev.temper.toolkit.launch.RealSweep.log;
import static dev.temper.toolkit.launch.RealSweep.numbers;
import static dev.temper.toolkit.launch.RealSweep.pool;
import static dev.temper.toolkit.launch.RealSweep.undisturbed;
import static dev.temper.toolkit.launch.RealSweep.untilNobodyWorks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.store.RunStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sweeps by real worker processes: undisturbed, killed, interrupted, joined. */
class LocalPoolIT {
    @TempDir
    private Path folder;

    private RunStore store;

    @BeforeEach
    void open() {
        store = new RunStore(folder.resolve("not made yet"));
    }

    @Test
    void twoWorkersGiveTheNumbersOfOneBitForBitAndAskedAgainStartNothing() throws Exception {
        List<SweepStatus> seen = new ArrayList<>();
        pool(store, 2).run(SWEEP, seen::add);
        assertThat(numbers(store)).isEqualTo(undisturbed());
        everyRunWasExecutedOnce(store);
        assertThat(seen.get(0).count(RunState.PLANNED)).isEqualTo(12);
        SweepStatus last = seen.get(seen.size() - 1);
        assertThat(last.isFinished()).isTrue();
        assertThat(last.count(RunState.DONE)).isEqualTo(12);
        assertThat(last.checkpoint()).isEqualTo(RunState.DONE);
        assertThat(last.secondsLeft()).hasValue(0);
        asksAgainAndStartsNothing();
    }

    private void asksAgainAndStartsNothing() throws Exception {
        Map<Path, FileTime> before = files();
        AtomicInteger looks = new AtomicInteger();
        new LocalPool(store, new Saying("must not be started", 1), 2).run(SWEEP, status -> looks.incrementAndGet());
        assertThat(looks).hasValue(1);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aKilledWorkerIsReplacedAndLosesNothing() throws Exception {
        pool(store, 2).run(SWEEP, inMidSweep(status -> killWorker(store, 0)));
        assertThat(numbers(store)).isEqualTo(undisturbed());
        assertThat(starts(store)).as("one run at most was begun again").isBetween(13L, 14L);
    }

    @Test
    void workersOutliveTheirLauncherAndAnotherJoinsThem() throws Exception {
        LauncherMain.killInMidSweep(LauncherMain.start(store.root()));
        assertThat(store.sweep(SWEEP.id()).isSlotTaken(0)
                        && store.sweep(SWEEP.id()).isSlotTaken(1))
                .isTrue();
        long first = store.sweep(SWEEP.id()).slotOwner(0).orElseThrow();
        pool(store, 2).run(SWEEP, status -> {});
        assertThat(numbers(store)).isEqualTo(undisturbed());
        everyRunWasExecutedOnce(store);
        assertThat(store.sweep(SWEEP.id()).slotOwner(0))
                .as("no worker was started")
                .contains(first);
    }

    @Test
    void whenAllAreKilledTheNextLauncherEndsWithTheSameNumbers() throws Exception {
        LauncherMain.dieInMidSweep(store.root());
        assertThat(store.run(SWEEP.runs().get(11).id()).done()).isEmpty();
        pool(store, 2).run(SWEEP, status -> {});
        assertThat(numbers(store)).isEqualTo(undisturbed());
        assertThat(starts(store)).as("two runs at most were begun again").isBetween(13L, 15L);
    }

    @Test
    void interruptedWorkersCheckpointAndEndAndAreResumed() throws Exception {
        assertThatThrownBy(() -> pool(store, 2)
                        .run(SWEEP, inMidSweep(status -> Thread.currentThread().interrupt())))
                .isInstanceOf(InterruptedException.class);
        untilNobodyWorks(store, 2);
        int open = 0;
        for (Request request : SWEEP.requests()) {
            if (store.run(request.id()).done().isEmpty()) {
                open++;
                assertThat(log(store, request.id()).isEmpty()
                                || store.run(request.id())
                                        .checkpoints()
                                        .newest()
                                        .isPresent())
                        .as("what was begun left a checkpoint")
                        .isTrue();
            }
        }
        assertThat(open).isPositive();
        pool(store, 2).run(SWEEP, status -> {});
        assertThat(numbers(store)).isEqualTo(undisturbed());
    }

    @Test
    void workersThatHaveOnlyJustBeenStartedAreEndedByAnInterruptToo() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        assertThatThrownBy(() -> pool(store, 2).run(SWEEP, status -> {
                    if (looks.incrementAndGet() == 2) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        ProcessHandle.current().children().forEach(child -> child.onExit().join());
        assertThat(store.run(SWEEP.runs().get(11).id()).done()).isEmpty();
    }

    @Test
    void anInterruptThatComesBeforeTheStartStartsNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pool(store, 2).run(SWEEP, status -> {})).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(store.sweep(SWEEP.id()).log(0)).doesNotExist();
    }

    @Test
    void twoLaunchersOfOneSweepExecuteNoRunTwice() throws Exception {
        Process other = LauncherMain.start(store.root());
        pool(store, 2).run(SWEEP, status -> {});
        other.inputReader().transferTo(Writer.nullWriter());
        assertThat(other.waitFor()).isZero();
        assertThat(numbers(store)).isEqualTo(undisturbed());
        everyRunWasExecutedOnce(store);
    }

    private static long starts(RunStore store) throws IOException {
        long starts = 0;
        for (Request request : SWEEP.requests()) {
            starts += log(store, request.id()).stream()
                    .filter(line -> line.startsWith("step "))
                    .count();
        }
        return starts;
    }

    /** When each file was last written; the plan alone is written down again. */
    private Map<Path, FileTime> files() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (var files = Files.walk(store.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("plan.txt")) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return times;
    }
}
