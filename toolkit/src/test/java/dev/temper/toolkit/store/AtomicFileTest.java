package dev.temper.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesTheWholeContentAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.json");
        AtomicFile.write(file, "the first, longer content");
        AtomicFile.write(file, "ä second");
        assertThat(file).hasContent("ä second");
        assertThat(entries()).containsExactly("a.json");
    }

    @Test
    void namesTheFileWhenItsFolderIsMissing() {
        Path file = folder.resolve("missing").resolve("a.json");
        assertThatThrownBy(() -> AtomicFile.write(file, "x"))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": no such file or folder");
    }

    @Test
    void namesTheFileWhenItsFolderIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "").resolve("a.json");
        assertThatThrownBy(() -> AtomicFile.write(file, "x"))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": Not a directory");
    }

    @Test
    void leavesNothingBehindWhenTheFileCannotBeReplaced() throws IOException {
        Path file = Files.createDirectories(folder.resolve("a.json"));
        Files.writeString(file.resolve("inside"), "");
        assertThatThrownBy(() -> AtomicFile.write(file, "x"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write " + file + ": ");
        assertThat(entries()).containsExactly("a.json");
    }

    @Test
    void twoThreadsMayWriteTheSameFile() throws Exception {
        Path file = folder.resolve("a.json");
        List<String> contents =
                IntStream.range(0, 200).mapToObj(i -> ("" + i).repeat(5_000)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> writes = threads.invokeAll(contents.stream()
                .map(content -> (Callable<Boolean>) () -> {
                    AtomicFile.write(file, content);
                    return contents.contains(Files.readString(file));
                })
                .toList());
        threads.shutdown();
        for (Future<Boolean> write : writes) {
            assertThat(write.get()).isTrue();
        }
        assertThat(entries()).containsExactly("a.json");
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
