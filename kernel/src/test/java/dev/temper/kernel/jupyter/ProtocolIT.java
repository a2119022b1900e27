package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import dev.temper.kernel.jupyter.KernelClient.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.ZMQ;

/** What a page counts on beside cells: answers while one runs, subshells, and that nothing sent breaks the kernel. */
@Timeout(120)
class ProtocolIT {
    private static final String LOOP = "System.out.println(\"on\"); while (true) {}";

    @TempDir
    static Path folder;

    private static KernelClient client;

    @BeforeAll
    static void start() throws IOException {
        client = new KernelClient(folder, List.of("-Xmx256m")); // of which messages of 16 MB are taken
        client.awaitReady();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static void interrupt() {
        client.ask(client.control(), "interrupt_request", Map.of());
    }

    @Test
    void answersQuestionsWhileACellRuns() {
        String cell = client.execute(LOOP);
        client.awaitOutput(cell, "on\n");
        Map<String, Object> typed = Map.of("code", "Mat", "cursor_pos", 3);

        for (String type : List.of("complete_request", "inspect_request", "is_complete_request", "comm_info_request")) {
            assertThat(client.ask(client.shell(), type, typed).type()).isEqualTo(type.replace("_request", "_reply"));
        }
        String question = client.send(client.shell(), "kernel_info_request", Map.of());
        client.published(question);
        assertThat(client.await(cell, "status").text("execution_state"))
                .as("what pages hear last while the cell runs")
                .isEqualTo("busy");
        interrupt();
        assertThat(client.reply(cell).text("ename")).isEqualTo("Interrupted");
    }

    @Test
    void answersASubshellWhileTheMainOneRunsACell() {
        String id = client.ask(client.control(), "create_subshell_request", Map.of())
                .text("subshell_id");
        JsonArray open = client.ask(client.control(), "list_subshell_request", Map.of())
                .content()
                .getAsJsonArray("subshell_id");
        assertThat(open.toString()).contains(id);
        String cell = client.execute(LOOP);
        client.awaitOutput(cell, "on\n");

        String comms = client.sendTo(id, "comm_info_request", Map.of());
        assertThat(client.reply(comms).text("status")).isEqualTo("ok");
        String next = client.sendTo(id, "execute_request", Map.of("code", "int inSubshell = 3;"));
        interrupt();
        assertThat(client.reply(cell).text("status")).isEqualTo("error");
        assertThat(client.reply(next).text("status")).isEqualTo("ok");
        assertThat(client.run("inSubshell").get(1).plain()).isEqualTo("3");

        assertThat(client.ask(client.control(), "delete_subshell_request", Map.of("subshell_id", id))
                        .text("status"))
                .isEqualTo("ok");
        String late = client.sendTo(id, "comm_info_request", Map.of());
        assertThat(client.reply(late).text("ename")).isEqualTo("UnknownSubshell");
    }

    @Test
    void tellsWhatItSupports() {
        Message info = client.ask(client.shell(), "kernel_info_request", Map.of());

        assertThat(info.text("protocol_version")).isEqualTo("5.5");
        assertThat(info.content().getAsJsonArray("supported_features").toString())
                .isEqualTo("[\"kernel subshells\"]");
    }

    @Test
    void welcomesWhoBeginsToListen() {
        try (ZMQ.Socket second = client.listen("")) {
            Message first = client.receive(second);

            assertThat(first.type()).isEqualTo("iopub_welcome");
            assertThat(first.text("subscription")).isEmpty();
        }
    }

    @Test
    void dropsWhatItMustNotBelieveAndLivesOn() throws IOException {
        String header = "{\"msg_id\":\"%s\",\"msg_type\":\"execute_request\"}";
        List<String> replayed =
                KernelClient.frames(true, header.formatted("r"), "{}", "{}", "{\"code\":\"System.exit(3);\"}");
        List<String> once = KernelClient.frames(true, header.formatted("s"), "{}", "{}", "{\"code\":\"\"}");
        List<ZMQ.Socket> sockets = List.of(client.shell(), client.control(), client.stdin());
        KernelClient.send(client.shell(), once);
        for (ZMQ.Socket socket : sockets) {
            KernelClient.send(socket, once);
            KernelClient.send(socket, List.of(replayed.get(0), "0".repeat(64), replayed.get(2), "{}", "{}", "{}"));
            KernelClient.send(socket, replayed.subList(0, 4));
            KernelClient.send(socket, List.of("alone"));
            client.send(socket, "execute_request", "not json", true);
            client.send(socket, "execute_request", "[".repeat(100_000), true);
            client.send(socket, "execute_request", "{\"code\":\"" + " ".repeat(17 << 20) + "\"}", true);
        }

        assertThat(client.run("7 + 1").get(1).plain()).isEqualTo("8");
        client.ask(client.control(), "kernel_info_request", Map.of());
        String asking = client.execute("new Scanner(System.in).nextLine()", Map.of("allow_stdin", true));
        client.receive(client.stdin());
        client.send(client.stdin(), "input_reply", Map.of("value", "heard"));
        assertThat(client.published(asking).get(1).plain()).isEqualTo("heard");
        for (String name : List.of("shell", "control", "stdin")) {
            assertThat(client.log())
                    .contains("dropped a message on " + name + ": its signature is wrong")
                    .contains("dropped a message on " + name + ": it has been sent before")
                    .contains("dropped a message on " + name + ": it has 5 frames")
                    .contains("dropped a message on " + name + ": its content is not valid JSON")
                    .containsPattern("dropped a message on " + name + ": it has \\d+ bytes");
        }
        assertThat(client.log()).doesNotContain(KernelClient.KEY);
    }
}
