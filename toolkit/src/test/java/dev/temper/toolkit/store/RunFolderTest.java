package dev.temper.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.SmallStudy;
import dev.temper.toolkit.anneal.Sweep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    private static final Done DONE = new Done(0, "", 1.5, "cpu", 3e9, "abc", "");

    @TempDir
    private Path root;

    private final Sweep sweep = SmallStudy.standard("t").sweep();
    private final Request request = sweep.runs().get(1).request();
    private RunFolder run;

    @BeforeEach
    void prepare() throws IOException {
        new RunStore(root).prepare(sweep);
        run = new RunStore(root).run(request.id());
    }

    @Test
    void preparesEveryRequestAndThePlanBeforeAnythingStarts() throws IOException {
        assertThat(new RunStore(root).sweep(sweep.id()).plan())
                .containsExactlyElementsOf(
                        sweep.requests().stream().map(Request::id).toList());
        for (Request each : sweep.requests()) {
            assertThat(root.resolve("runs").resolve(each.id()).resolve("run.json"))
                    .hasContent(each.canonical());
            assertThat(new RunStore(root).run(each.id()).request()).isEqualTo(each);
        }
    }

    @Test
    void writesARequestOnce() throws IOException {
        Path file = run.path().resolve("run.json");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, old);
        new RunStore(root).prepare(sweep);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    }

    @Test
    void refusesAChangedRequestWithItsPathAndTheCure() throws IOException {
        Path file = run.path().resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("\"seed\":1", "\"seed\":9"));
        assertThatThrownBy(() -> new RunStore(root).prepare(sweep))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " was changed: it asks for run ")
                .hasMessageEndingWith("; move the folder away and start the sweep again");
    }

    @Test
    void refusesARequestCutAtAnyByteOrFilledWithAnything() throws IOException {
        Path file = run.path().resolve("run.json");
        byte[] whole = request.canonical().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused(file);
        }
        for (String content : new String[] {"null", "[]", "{}", "\0\0\0\0", "{\"trainer\":null}"}) {
            Files.writeString(file, content);
            refused(file);
        }
        Files.write(file, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe});
        refused(file);
    }

    private void refused(Path file) {
        assertThatThrownBy(run::request)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot read " + file + ": ")
                .hasMessageEndingWith("; move the folder away and start the sweep again");
    }

    @Test
    void aRunIsDoneOnceItsLastActStands() throws IOException {
        assertThat(run.done()).isEmpty();
        run.finish(DONE);
        assertThat(run.done()).contains(DONE);
        assertThat(DONE.succeeded()).isTrue();
    }

    @Test
    void aLastActCutAtAnyByteNeverCounts() throws IOException {
        run.finish(DONE);
        Path file = run.path().resolve("done.json");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(run.done()).as("first %d bytes", length).isEmpty();
        }
        Files.write(file, whole);
        assertThat(run.done()).contains(DONE);
    }

    @Test
    void aLastActWithBytesOverwrittenIsNeverMistakenForASuccessThatItWasNot() throws IOException {
        Done failed = new Done(2, "the training loss became NaN", 0, "cpu", 1, "", "");
        run.finish(failed);
        Path file = run.path().resolve("done.json");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int from = 0; from < whole.length; from++) {
            byte[] zeros = whole.clone();
            Arrays.fill(zeros, from, Math.min(whole.length, from + 16), (byte) 0);
            Files.write(file, zeros);
            assertThat(run.done()).isEmpty();
            byte[] noise = whole.clone();
            noise[from] = (byte) (0x80 | random.nextInt());
            Files.write(file, noise);
            assertThat(run.done().filter(Done::succeeded)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null\n", "[]\n", "{}\n", "0\n", "{\"exit\":0}\n"})
    void aLastActWithoutItsFieldsDoesNotCount(String content) throws IOException {
        Files.writeString(run.path().resolve("done.json"), content);
        assertThat(run.done()).isEmpty();
    }

    @Test
    void keepsABrokenLastActBesideTheNewOne() throws IOException {
        Files.writeString(run.path().resolve("done.json"), "{\"exit\":");
        run.finish(DONE);
        assertThat(run.done()).contains(DONE);
        assertThat(run.path().resolve("done.json.broken")).hasContent("{\"exit\":");
    }

    @Test
    void saysWhyARunFolderCannotBeMade() throws IOException {
        Path plain = Files.writeString(root.resolve("plain"), "");
        assertThatThrownBy(() -> new RunStore(plain).prepare(sweep))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot make the run folder " + plain)
                .hasMessageNotContaining("Exception");
    }
}
