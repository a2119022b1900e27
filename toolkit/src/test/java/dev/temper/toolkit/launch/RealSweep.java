package dev.temper.toolkit.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.SmallStudy;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.Metrics;
import dev.temper.toolkit.store.RunFolder;
import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.train.EmbeddedTrainer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sweep of twelve anneals that takes a few seconds, and what is asked of its folders afterwards. */
final class RealSweep {
    static final Sweep SWEEP = SmallStudy.of(
                    SmallStudy.checkpoint(EmbeddedTrainer.NAME, 200, 6e-3),
                    List.of(SmallStudy.CURATED, SmallStudy.WEB),
                    List.of(100L, 400L),
                    List.of(1L, 2L))
            .sweep();

    private static @Nullable Map<String, Numbers> undisturbed;

    private RealSweep() {}

    /** The numbers of one worker whom nobody disturbs; worked out once. */
    static synchronized Map<String, Numbers> undisturbed() throws IOException, InterruptedException {
        if (undisturbed == null) {
            Path folder = Files.createTempDirectory("undisturbed");
            RunStore store = new RunStore(folder);
            pool(store, 1).run(SWEEP, status -> {});
            undisturbed = numbers(store);
            everyRunWasExecutedOnce(store);
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        return undisturbed;
    }

    /** What must not depend on how the sweep was executed. */
    record Numbers(Metrics metrics, String startedFrom, String checkpoint) {}

    static LocalPool pool(RunStore store, int slots) {
        return new LocalPool(store, new EmbeddedTrainer(), slots);
    }

    static Map<String, Numbers> numbers(RunStore store) throws IOException {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        for (Request request : SWEEP.requests()) {
            RunFolder run = store.run(request.id());
            var done = run.done().orElseThrow(() -> new AssertionError(run.path() + " is not done"));
            assertThat(done.reason()).isEmpty();
            numbers.put(request.id(), new Numbers(run.metrics(), done.startedFrom(), done.checkpoint()));
        }
        return numbers;
    }

    /** Each process that works on a run says so in its log: nobody's word is taken for it. */
    static void everyRunWasExecutedOnce(RunStore store) throws IOException {
        for (Request request : SWEEP.requests()) {
            assertThat(log(store, request.id()))
                    .as("log of run %s", request.id())
                    .hasSize(2)
                    .satisfies(lines -> {
                        assertThat(lines.get(0)).startsWith("step 0 of " + request.steps());
                        assertThat(lines.get(1)).isEqualTo("done at step " + request.steps());
                    });
        }
    }

    static List<String> log(RunStore store, String id) throws IOException {
        Path log = store.run(id).path().resolve("log.out");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** Does something once, when some runs are done and others are not. */
    static SweepWatcher inMidSweep(SweepWatcher act) {
        AtomicBoolean acted = new AtomicBoolean();
        return status -> {
            if (status.count(RunState.DONE) >= 2 && acted.compareAndSet(false, true)) {
                assertThat(status.isFinished())
                        .as("there is still something to disturb")
                        .isFalse();
                act.see(status);
            }
        };
    }

    static void killWorker(RunStore store, int slot) throws IOException {
        ProcessHandle worker = worker(store, slot);
        worker.destroyForcibly();
        worker.onExit().join();
    }

    static void killWorkers(RunStore store, int slots) throws IOException {
        List<ProcessHandle> workers = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            workers.add(worker(store, slot));
        }
        workers.forEach(ProcessHandle::destroyForcibly);
        workers.forEach(worker -> worker.onExit().join());
    }

    private static ProcessHandle worker(RunStore store, int slot) throws IOException {
        return store.sweep(SWEEP.id())
                .slotOwner(slot)
                .flatMap(ProcessHandle::of)
                .orElseThrow();
    }

    static void untilNobodyWorks(RunStore store, int slots) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        for (int slot = 0; slot < slots; slot++) {
            while (store.sweep(SWEEP.id()).isSlotTaken(slot)) {
                assertThat(System.nanoTime()).as("worker %d still works", slot).isLessThan(deadline);
                Thread.sleep(20);
            }
        }
    }
}
