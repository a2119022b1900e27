package dev.temper.kernel.jupyter;

import static dev.temper.kernel.jupyter.KernelClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
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

/** The real kernel, as a process of its own, spoken to over ZeroMQ as a page does. */
@Timeout(120)
class KernelIT {
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

    /** Runs a cell; checks how it was answered; returns what was published. */
    private static List<Message> run(String code, String status) {
        String id = client.execute(code);
        List<Message> published = client.published(id);
        assertThat(client.reply(id).text("status")).isEqualTo(status);
        return published;
    }

    @Test
    void tellsOfItselfOnShellAndControl() {
        for (ZMQ.Socket socket : List.of(client.shell(), client.control())) {
            Message reply = client.ask(socket, "kernel_info_request", Map.of());

            assertThat(reply.type()).isEqualTo("kernel_info_reply");
            assertThat(reply.text("status")).isEqualTo("ok");
            assertThat(reply.text("implementation")).isEqualTo("temper");
            JsonObject language = reply.content().getAsJsonObject("language_info");
            assertThat(language.get("name").getAsString()).isEqualTo("java");
            assertThat(language.get("file_extension").getAsString()).isEqualTo(".java");
            assertThat(language.get("version").getAsString()).isEqualTo(System.getProperty("java.version"));
        }
        assertThat(client.beat(new byte[] {1, 2})).containsExactly(1, 2);
    }

    @Test
    void showsAValueAndWhatIsPrinted() {
        List<Message> published = run("System.out.println(\"é\"); System.err.println(\"warn\");\n20 + 22", "ok");

        assertThat(published.stream().map(Message::type))
                .containsExactly("execute_input", "stream", "stream", "execute_result");
        assertThat(text(published, "stdout")).isEqualTo("é\n");
        assertThat(text(published, "stderr")).isEqualTo("warn\n");
        assertThat(published.get(3).plain()).isEqualTo("42");
    }

    @Test
    void namesCellAndLineOfACompileError() {
        int cell = Integer.parseInt(run("1", "ok").get(0).text("execution_count")) + 1;
        Message error = run("int fine = 1;\nint wrong = \"x\";", "error").get(1);

        assertThat(error.type()).isEqualTo("error");
        assertThat(error.trace())
                .containsExactly(
                        "Cell [" + cell + "], line 2: incompatible types: String cannot be converted to int",
                        "    int wrong = \"x\";",
                        "                ^^^");
    }

    @Test
    void namesCellAndLineOfARunTimeError() {
        Message error = run("\nint[] none = {};\nnone[3]", "error").get(1);

        assertThat(error.text("ename")).isEqualTo("ArrayIndexOutOfBoundsException");
        assertThat(error.trace()).hasSize(2).last().asString().matches("    at Cell \\[\\d+], line 3");
    }

    @Test
    void runsMagics() {
        assertThat(run("%lsmagic", "ok").get(1).plain()).contains("%help");
        assertThat(run("%hlep", "error").get(1).text("evalue")).contains("Did you mean %help?");
    }

    @Test
    void abortsWhatWasSentBeforeAnErrorWasKnown() {
        List<String> cells = List.of("Thread.sleep(300);", "int q = ;", "1 + 1", "2 + 2");
        List<String> ids = cells.stream().map(client::execute).toList();
        List<String> statuses =
                ids.stream().map(id -> client.reply(id).text("status")).toList();

        assertThat(statuses).containsExactly("ok", "error", "aborted", "aborted");
        assertThat(run("3 + 3", "ok").get(1).plain()).isEqualTo("6");
    }

    @Test
    void runsOnAfterAnErrorThatIsNotToStopIt() {
        String wrong = client.execute("int q = ;", Map.of("stop_on_error", false));
        String next = client.execute("1 + 1");

        assertThat(client.reply(wrong).text("status")).isEqualTo("error");
        assertThat(client.reply(next).text("status")).isEqualTo("ok");
    }

    @Test
    void stopsARunningCellAndAnswersMeanwhile() {
        String id = client.execute(
                "int kept = 5;\nSystem.out.println(\"on\");\nwhile (true) { try { while (true) {} } catch (Throwable t) {} }");
        client.ask(client.control(), "kernel_info_request", Map.of());
        client.awaitOutput(id, "on\n");

        assertThat(client.ask(client.control(), "interrupt_request", Map.of()).text("status"))
                .isEqualTo("ok");
        Message reply = client.reply(id);
        assertThat(reply.text("ename")).isEqualTo("Interrupted");
        assertThat(run("kept", "ok").get(1).plain()).isEqualTo("5");
    }

    @Test
    void answersEveryRequestWithAStatus() {
        Map<String, Object> asked = Map.of(
                "complete_request", Map.of("code", "\"𝄞\".subs", "cursor_pos", 8),
                "inspect_request", Map.of("code", "Math.abs", "cursor_pos", 8, "detail_level", 0),
                "is_complete_request", Map.of("code", "1 +"),
                "history_request", Map.of("hist_access_type", "tail", "n", 3, "output", false, "raw", true),
                "comm_info_request", Map.of(),
                "debug_request", Map.of("type", "request", "seq", 1, "command", "debugInfo"),
                "no_such_request", Map.of());
        asked.forEach((type, content) -> {
            Message reply = client.ask(client.shell(), type, content);
            assertThat(reply.type()).isEqualTo(type.replace("_request", "_reply"));
            assertThat(reply.text("status")).isNotEmpty();
            if (type.equals("complete_request")) {
                assertThat(reply.content().get("cursor_start").getAsInt()).isEqualTo(4);
            }
        });
    }

    @Test
    void evaluatesExpressionsAndIsSilentWhenAsked() {
        String id = client.execute(
                "System.out.println(1); display(2); 3",
                Map.of("silent", true, "user_expressions", Map.of("good", "40 + 2", "bad", "nowhere")));
        assertThat(client.published(id)).isEmpty();
        JsonObject values = client.reply(id).content().getAsJsonObject("user_expressions");

        assertThat(values.getAsJsonObject("good")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("42");
        assertThat(values.getAsJsonObject("bad").get("status").getAsString()).isEqualTo("error");
    }

    @Test
    void closesACommThatNothingHereOffers() {
        String id = client.send(
                client.shell(),
                "comm_open",
                Map.of("comm_id", "c1", "target_name", "quarto_kernel_setup", "data", Map.of()));

        Message close = client.published(id).get(0);
        assertThat(close.type()).isEqualTo("comm_close");
        assertThat(close.text("comm_id")).isEqualTo("c1");
    }

    @Test
    void asksForALineOfInput() {
        String id = client.execute("new Scanner(System.in).nextLine().length()", Map.of("allow_stdin", true));
        assertThat(client.receive(client.stdin()).type()).isEqualTo("input_request");
        client.send(client.stdin(), "input_reply", Map.of("value", "four"));

        assertThat(client.published(id).get(1).plain()).isEqualTo("4");
        assertThat(run("System.in.read()", "error").get(1).text("evalue")).contains("cannot be asked");
    }

    @Test
    void keepsVariablesOfAClassThatIsDefinedAnew() {
        run("class U { int q() { return 7; } } U u = new U(); List<U> all = List.of(u);", "ok");
        run("class U { int q() { return 8; } }", "ok");

        assertThat(run("u.q() + all.get(0).q()", "ok").get(1).plain()).isEqualTo("16");
    }

    @Test
    void publishesWhatAThreadPrintsBelowTheCellThatStartedIt() {
        String first = client.execute("new Thread(() -> { while (!Boolean.getBoolean(\"go\")) Thread.onSpinWait();"
                + " System.out.println(\"late\"); display(7); }).start();");
        client.published(first);
        client.execute("System.setProperty(\"go\", \"true\"); System.out.println(\"next\");");

        client.awaitOutput(first, "late\n");
        client.await(first, "display_data");
        assertThat(text(run("IntStream.range(0, 9).parallel().forEach(i -> System.out.print(i));", "ok"), "stdout"))
                .hasSize(9);
    }
}
