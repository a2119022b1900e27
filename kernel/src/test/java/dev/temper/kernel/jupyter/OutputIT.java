package dev.temper.kernel.jupyter;

import static dev.temper.kernel.jupyter.KernelClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.jupyter.KernelClient.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A kernel with little memory, and cells that print much. */
@Timeout(180)
class OutputIT {
    @TempDir
    static Path folder;

    private static KernelClient client;

    @BeforeAll
    static void start() throws IOException {
        client = new KernelClient(folder, List.of("-Xmx96m"));
        client.awaitReady();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void losesNoneOfAMillionLines() {
        List<Message> published = client.run("for (int i = 0; i < 1_000_000; i++)"
                + " System.out.println(\"some words that make the line as long as lines are: \" + i);");

        String printed = text(published, "stdout");
        assertThat(printed.lines().count()).isEqualTo(1_000_000);
        assertThat(printed).endsWith(": 999999\n");
        assertThat(published).as("messages, which are gathered lines").hasSizeLessThan(10_000);
    }

    @Test
    void keepsTheOrderOfTheTwoStreams() {
        List<Message> published =
                client.run("for (int i = 0; i < 3; i++) { System.out.println(i); System.err.println(i); }");

        assertThat(published.stream().skip(1).map(message -> message.text("name") + message.text("text")))
                .containsExactly("stdout0\n", "stderr0\n", "stdout1\n", "stderr1\n", "stdout2\n", "stderr2\n");
    }

    @Test
    void stopsACellThatPrintsWithoutEnd() {
        String id = client.execute("while (true) System.out.println(\"again\");");
        client.await(id, "stream");
        client.ask(client.control(), "interrupt_request", Map.of());

        assertThat(client.reply(id).text("ename")).isEqualTo("Interrupted");
        client.published(id);
    }

    @Test
    void printsWithoutAnybodyListening() throws IOException {
        try (KernelClient deaf = new KernelClient(Files.createDirectory(folder.resolve("deaf")), List.of("-Xmx96m"))) {
            deaf.stopListening();
            String id = deaf.execute(
                    "for (int i = 0; i < 300_000; i++) System.out.println(\"to nobody, \".repeat(5) + i);");

            assertThat(deaf.reply(id).text("status")).isEqualTo("ok");
        }
    }
}
