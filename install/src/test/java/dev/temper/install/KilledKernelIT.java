package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.install.Pages.Code;
import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills with SIGKILL in mid-sweep: the next kernel ends with the numbers of a sweep that nothing disturbed. */
final class KilledKernelIT {
    private static final Code SWEEP = Code.of(
            "%%sweep s --smoke --workers 2",
            "sources: [curated, web]", "budgets: [20480, 204800]", "seeds: [1, 2]", "evaluation-windows: 40");
    private static final int RUNS = 13;

    @TempDir
    static Path folder = Path.of("");

    private static Jupyter jupyter = new Jupyter(Path.of(""));
    private static Map<String, List<Measurement>> undisturbed = Map.of();

    @BeforeAll
    static void runUndisturbed() throws IOException, InterruptedException {
        jupyter = Jupyter.install(folder.resolve("prefix"));
        Path place = folder.resolve("undisturbed");
        sweepToTheEnd(place);
        undisturbed = numbers(place);
    }

    @Test
    void killedKernel() throws IOException, InterruptedException {
        Path place = folder.resolve("kernel");
        killInMidSweep(place, false);
        sweepToTheEnd(place);
        assertThat(numbers(place)).isEqualTo(undisturbed);
    }

    @Test
    void killedKernelAndWorkers() throws IOException, InterruptedException {
        Path place = folder.resolve("everything");
        killInMidSweep(place, true);
        sweepToTheEnd(place);
        assertThat(numbers(place)).isEqualTo(undisturbed);
    }

    private static void sweepToTheEnd(Path place) throws IOException, InterruptedException {
        command(place).run().succeeded();
    }

    private static Command command(Path place) throws IOException {
        Files.createDirectories(place);
        return jupyter.execute(Pages.write(place.resolve("notebook.ipynb"), SWEEP), place.resolve("executed.ipynb"));
    }

    private static void killInMidSweep(Path place, boolean workersToo) throws IOException, InterruptedException {
        Path said = folder.resolve(place.getFileName() + ".txt");
        Process runner = command(place).start(said);
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (done(place) < 3) {
            assertThat(Instant.now()).as("%s", Files.readString(said)).isBefore(end);
            assertThat(runner.isAlive()).as("%s", Files.readString(said)).isTrue();
            Thread.sleep(50);
        }
        List<ProcessHandle> kernel = runner.children().toList();
        List<ProcessHandle> all = runner.descendants().toList();
        (workersToo ? all : kernel).forEach(ProcessHandle::destroyForcibly);
        assertThat(kernel).hasSize(1);
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(done(place)).isLessThan(RUNS);
        Command.Result result = Command.end(runner, said);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.said()).contains("the kernel ended in cell 1 of 1").doesNotContain("Traceback");
    }

    private static long done(Path place) throws IOException {
        Path runs = place.resolve("temper-runs/runs");
        if (!Files.exists(runs)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(run -> Files.exists(run.resolve("done.json"))).count();
        }
    }

    private static Map<String, List<Measurement>> numbers(Path place) throws IOException {
        RunStore store = new RunStore(place.resolve("temper-runs"));
        Map<String, List<Measurement>> numbers = new TreeMap<>();
        try (Stream<Path> folders = Files.list(store.root().resolve("runs"))) {
            for (Path run : folders.toList()) {
                String id = run.getFileName().toString();
                numbers.put(id, store.run(id).metrics().measurements());
            }
        }
        assertThat(numbers).hasSize(RUNS);
        assertThat(numbers.values()).doesNotContain(List.of());
        return numbers;
    }
}
