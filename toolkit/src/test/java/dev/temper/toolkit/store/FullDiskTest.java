package dev.temper.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.SmallStudy;
import dev.temper.toolkit.anneal.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final Done DONE = new Done(0, "", 1.5, "cpu", 3e9, "abc", "");

    @TempDir
    private Path folder;

    private SmallDisk disk;
    private final Sweep sweep = SmallStudy.standard("t").sweep();
    private RunStore store;
    private RunFolder run;

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mount(Files.createDirectories(folder.resolve("disk")), 512);
        store = new RunStore(disk.root());
        run = store.run(sweep.checkpointId());
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aSweepThatCannotBeWrittenDownSaysSoAndGoesOnOnceThereIsRoom() throws IOException {
        disk.fill();
        assertThatThrownBy(() -> store.prepare(sweep))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(disk.root().toString())
                .hasMessageEndingWith(": No space left on device")
                .hasMessageNotContaining("\n");
        disk.free();
        store.prepare(sweep);
        assertThat(store.sweep(sweep.id()).plan()).hasSize(13);
    }

    @Test
    void theOldContentStandsWhenTheNewOneDoesNotFit() throws IOException {
        Path file = disk.root().resolve("a.json");
        AtomicFile.write(file, "old");
        disk.fill();
        assertThatThrownBy(() -> AtomicFile.write(file, "new".repeat(10_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertThat(entries(disk.root())).containsExactlyInAnyOrder("a.json", "filler");
        disk.free();
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
    }

    @Test
    void aRunIsNotDoneWhenItsLastActDoesNotFit() throws IOException {
        store.prepare(sweep);
        disk.fill();
        assertThatThrownBy(() -> run.finish(DONE))
                .hasMessage("cannot write " + run.path().resolve("done.json") + ": No space left on device");
        assertThat(run.done()).isEmpty();
        disk.free();
        run.finish(DONE);
        assertThat(run.done()).contains(DONE);
    }

    @Test
    void measurementsThatDoNotFitLeaveATornLineAtMost() throws IOException {
        store.prepare(sweep);
        List<Measurement> first = measurements(0, 10);
        run.append(first);
        disk.fill();
        List<Measurement> more = measurements(10, 500);
        assertThatThrownBy(() -> run.append(more))
                .hasMessage("cannot add to " + run.path().resolve("metrics.jsonl") + ": No space left on device");
        assertThat(run.metrics().measurements()).containsAll(first);
        assertThat(run.metrics().faults()).hasSize(1);
        disk.free();
        run.append(more);
        assertThat(run.metrics().measurements()).isEqualTo(measurements(0, 500));
        assertThat(run.metrics().faults()).as("the torn line stays reported").hasSize(1);
    }

    @Test
    void theOldCheckpointStandsWhenTheNewOneDoesNotFit() throws IOException {
        store.prepare(sweep);
        CheckpointFiles checkpoints = run.checkpoints();
        checkpoints.save(1, new byte[50_000]);
        disk.fill();
        assertThatThrownBy(() -> checkpoints.save(2, new byte[50_000]))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith(": No space left on device");
        assertThat(checkpoints.newest().orElseThrow().step()).isOne();
        disk.free();
        checkpoints.save(2, new byte[50_000]);
        assertThat(checkpoints.newest().orElseThrow().step()).isEqualTo(2);
    }

    private static List<Measurement> measurements(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(tokens -> new Measurement(tokens, "loss", "domain", 2.0 / (tokens + 1)))
                .toList();
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }
}
