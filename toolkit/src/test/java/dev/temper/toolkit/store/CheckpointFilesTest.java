package dev.temper.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.temper.toolkit.store.CheckpointFiles.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {
    @TempDir
    private Path run;

    private Path folder;
    private CheckpointFiles files;

    @BeforeEach
    void open() {
        folder = run.resolve("checkpoint");
        files = new CheckpointFiles(folder);
    }

    @Test
    void readsTheNewestBackWithItsChecksum() throws IOException {
        assertThat(files.newest()).isEmpty();
        files.save(9, bytes("nine"));
        String sha256 = files.save(10, bytes("ten"));
        Stored stored = files.newest().orElseThrow();
        assertThat(stored.step()).isEqualTo(10);
        assertThat(stored.content()).isEqualTo(bytes("ten"));
        assertThat(stored.sha256())
                .isEqualTo(sha256)
                .isEqualTo("e4432baa90819aaef51d2a7f8e148bf7e679610f3173752fabb4dcb2d0f418d3");
        assertThat(folder.resolve("state-10.safetensors.sha256"))
                .as("in the format of sha256sum")
                .hasContent(sha256 + "  state-10.safetensors");
    }

    @Test
    void keepsTheNewestTwo() throws IOException {
        for (long step : new long[] {5, 40, 100}) {
            files.save(step, bytes("state " + step));
        }
        assertThat(entries())
                .containsExactlyInAnyOrder(
                        "state-40.safetensors",
                        "state-40.safetensors.sha256",
                        "state-100.safetensors",
                        "state-100.safetensors.sha256");
    }

    @Test
    void oneThatIsCutOrFlippedAnywhereGivesWayToTheOneBefore() throws IOException {
        files.save(1, bytes("the one before"));
        files.save(2, bytes("the newest"));
        byte[] whole = bytes("the newest");
        Path file = folder.resolve("state-2.safetensors");
        for (int i = 0; i < whole.length; i++) {
            Files.write(file, Arrays.copyOf(whole, i));
            assertThat(step()).contains(1L);
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) (1 << bit);
                Files.write(file, flipped);
                assertThat(step()).contains(1L);
            }
        }
        Files.write(file, whole);
        assertThat(step()).contains(2L);
    }

    @Test
    void oneWhoseChecksumIsLostOrBrokenGivesWayToTheOneBefore() throws IOException {
        files.save(1, bytes("the one before"));
        files.save(2, bytes("the newest"));
        Path checksum = folder.resolve("state-2.safetensors.sha256");
        byte[] whole = Files.readAllBytes(checksum);
        for (int length = 0; length < 64; length++) {
            Files.write(checksum, Arrays.copyOf(whole, length));
            assertThat(step()).contains(1L);
        }
        byte[] flipped = whole.clone();
        flipped[3] ^= (byte) 0x80;
        Files.write(checksum, flipped);
        assertThat(step()).contains(1L);
        Files.delete(checksum);
        assertThat(step()).contains(1L);
    }

    @Test
    void noneIsLeftWhenAllAreBroken() throws IOException {
        files.save(1, bytes("a"));
        files.save(2, bytes("b"));
        Files.writeString(folder.resolve("state-1.safetensors"), "x");
        Files.writeString(folder.resolve("state-2.safetensors"), "");
        assertThat(files.newest()).isEmpty();
    }

    @Test
    void aProcessKilledInMidWriteLeavesNothingThatLasts() throws IOException {
        files.save(1, bytes("a"));
        Files.writeString(folder.resolve("state-2.safetensors.tmp-4711"), "half a sta");
        Files.writeString(folder.resolve("state-2.safetensors.sha256.tmp-4711"), "");
        assertThat(step()).contains(1L);
        files.save(3, bytes("c"));
        assertThat(entries()).noneMatch(name -> name.contains("tmp"));

        Files.writeString(folder.resolve("state-4.safetensors.tmp-4712"), "half a sta");
        assertThatCode(files::clear).doesNotThrowAnyException();
        assertThat(folder).doesNotExist();
    }

    @Test
    void clearingTwiceIsNoFault() throws IOException {
        files.save(1, bytes("a"));
        files.clear();
        files.clear();
        assertThat(files.newest()).isEmpty();
    }

    private Optional<Long> step() throws IOException {
        return files.newest().map(Stored::step);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
