package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.temper.kernel.jupyter.KernelClient.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The magics that come with the kernel, as a page sees them. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class MagicsIT {
    @TempDir
    static Path folder;

    private static KernelClient client;

    @BeforeAll
    static void start() throws IOException {
        client = new KernelClient(folder);
        client.awaitReady();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static JsonObject reply(String code) {
        String id = client.execute(code);
        client.published(id);
        return client.receive(client.shell()).content();
    }

    @Test
    void showsWhatACommandPrintsWhileItRuns() throws IOException {
        Path go = folder.resolve("go");
        String id = client.execute("!echo first; while [ ! -e " + go + " ]; do sleep 0.05; done; echo last");
        client.awaitOutput(id, "first\n");
        Files.createFile(go);
        client.awaitOutput(id, "last\n");

        assertThat(client.receive(client.shell()).text("status")).isEqualTo("ok");
    }

    @Test
    void putsAnExplanationOnTheReply() {
        for (String code : new String[] {"String?", "%lsmagic?", "?Math.abs", "Math.abs??"}) {
            JsonArray payload = reply(code).getAsJsonArray("payload");

            assertThat(payload).as(code).hasSize(1);
            JsonObject page = payload.get(0).getAsJsonObject();
            assertThat(page.get("source").getAsString()).isEqualTo("page");
            assertThat(page.getAsJsonObject("data").get("text/plain").getAsString())
                    .isNotBlank();
        }
    }

    @Test
    void putsTheTextOfAFileIntoTheCell() throws IOException {
        Path file = Files.writeString(folder.resolve("setup.jsh"), "int a = 3;\n");
        JsonObject input =
                reply("%load " + file).getAsJsonArray("payload").get(0).getAsJsonObject();

        assertThat(input.get("source").getAsString()).isEqualTo("set_next_input");
        assertThat(input.get("text").getAsString()).isEqualTo("// %load " + file + "\nint a = 3;");
        assertThat(input.get("replace").getAsBoolean()).isTrue();
    }

    @Test
    void endsACommandWithTheKernel() throws Exception {
        try (KernelClient other = new KernelClient(Files.createDirectory(folder.resolve("other")))) {
            other.awaitReady();
            Message printed = other.awaitOutput(other.execute("!sleep 100 & echo $!; wait"));
            ProcessHandle child = ProcessHandle.of(
                            Long.parseLong(printed.text("text").strip()))
                    .orElseThrow();
            other.send(other.control(), "shutdown_request", Map.of("restart", false));

            assertThat(other.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"!%s", "%%%%bash\n%s", "%%%%time\n!%s"})
    void endsACommandAndItsChildrenWhenInterrupted(String form) throws Exception {
        String id = client.execute(form.formatted("sleep 100 & echo $!; wait"));
        Message printed = client.awaitOutput(id);
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(printed.text("text").strip())).orElseThrow();
        client.send(client.control(), "interrupt_request", Map.of());
        client.receive(client.control());

        assertThat(client.receive(client.shell()).text("status")).isEqualTo("error");
        assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        client.published(id);
        assertThat(reply("20 + 1").get("status").getAsString()).isEqualTo("ok");
    }
}
