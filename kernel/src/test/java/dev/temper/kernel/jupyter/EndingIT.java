package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.temper.kernel.jupyter.KernelClient.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How kernel processes end, or do not. */
@Timeout(180)
class EndingIT {
    private static final String FILL = "List<byte[]> all = new ArrayList<>(); while (true) all.add(new byte[100_000]);";

    @TempDir
    Path folder;

    private KernelClient ready(String... options) throws IOException {
        KernelClient client = new KernelClient(folder, List.of(options));
        client.awaitReady();
        return client;
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void endsWhenAskedWhateverItsThreadsDo() throws Exception {
        try (KernelClient client = ready()) {
            client.run("Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));"
                    + " new Thread(() -> { while (true) {} }).start();");
            String busy = client.execute(
                    "System.out.println(\"on\");" + " while (true) { try { while (true) {} } catch (Throwable t) {} }");
            client.awaitOutput(busy, "on\n");
            Message reply = client.ask(client.control(), "shutdown_request", Map.of("restart", true));

            assertThat(reply.type()).isEqualTo("shutdown_reply");
            assertThat(reply.text("status")).isEqualTo("ok");
            assertThat(reply.content().get("restart").getAsBoolean()).isTrue();
            assertThat(exit(client.process())).isZero();
        }
    }

    @Test
    void tellsThePageThatACellEndsTheKernel() throws Exception {
        try (KernelClient client = ready()) {
            String id = client.execute("System.out.println(\"before\"); System.exit(3);");
            Message reply = client.reply(id);

            assertThat(reply.text("status")).isEqualTo("error");
            assertThat(reply.text("evalue")).startsWith("The cell called System.exit(3): ");
            assertThat(client.await(id, "stream").text("text")).isEqualTo("before\n");
            assertThat(client.await(id, "stream").text("text")).startsWith("The cell called System.exit(3): ");
            assertThat(exit(client.process())).isEqualTo(3);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stopsTheCellAndNotItselfOnAnInterruptSignal() throws Exception {
        assumeFalse(ignoresInterrupts(), "this process was started to ignore SIGINT, and what it starts does, too");
        try (KernelClient client = ready()) {
            String id = client.execute("int kept = 5; System.out.println(\"on\"); while (true) {}");
            client.awaitOutput(id, "on\n");
            signal("-INT", client.process().pid());
            assertThat(client.reply(id).text("ename")).isEqualTo("Interrupted");

            assertThat(client.run("kept").get(1).plain()).isEqualTo("5");

            signal("-INT", client.process().pid()); // which nothing runs to be stopped by
            assertThat(client.ask(client.shell(), "kernel_info_request", Map.of())
                            .text("status"))
                    .isEqualTo("ok");
            assertThat(client.process().isAlive()).isTrue();
        }
    }

    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring(7).strip())
                        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 2) != 0);
    }

    private static void signal(String name, long process) throws Exception {
        assertThat(exit(new ProcessBuilder("kill", name, Long.toString(process)).start()))
                .isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWithTheProcessThatStartedIt() throws Exception {
        try (KernelClient client = new KernelClient(folder, List.of(), List.of("sh", "-c", "\"$@\" & wait", "sh"))) {
            client.awaitReady();
            ProcessHandle kernel = client.process().children().findFirst().orElseThrow();
            client.process().destroyForcibly();

            assertThat(kernel.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void livesOnWhenACellExhaustsTheMemoryOrTheStack() throws Exception {
        try (KernelClient client = ready("-Xmx256m")) {
            assertThat(client.reply(client.execute(FILL)).text("ename")).isEqualTo("OutOfMemoryError");
            assertThat(client.reply(client.execute("all = null;")).text("status"))
                    .isEqualTo("ok");
            String deep = client.execute("int f(int a) { return f(a + 1) + 1; } f(0)");
            assertThat(client.reply(deep).text("ename")).isEqualTo("StackOverflowError");

            assertThat(client.run("1 + 1").get(1).plain()).isEqualTo("2");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWithTheProcessThatStartedItWhenTheMemoryIsFull() throws Exception {
        List<String> launcher = List.of("sh", "-c", "\"$@\" & wait", "sh");
        try (KernelClient client = new KernelClient(folder, List.of("-Xmx256m"), launcher)) {
            client.awaitReady();
            assertThat(client.reply(client.execute(FILL)).text("ename")).isEqualTo("OutOfMemoryError");
            client.execute("while (true) all.add(new byte[1_000]);");
            ProcessHandle kernel = client.process().children().findFirst().orElseThrow();
            client.process().destroyForcibly();

            assertThat(kernel.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheConnectionFile() throws Exception {
        Path log = folder.resolve("wrong.log");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");

        assertThat(exit(KernelProcess.start(log, "missing.json"))).isEqualTo(2);
        assertThat(Files.readString(log)).isEqualTo("temper: The connection file does not exist: missing.json\n");
        assertThat(exit(KernelProcess.start(log, broken.toString()))).isEqualTo(2);
        assertThat(Files.readString(log)).isEqualTo("temper: The connection file is not valid JSON: " + broken + "\n");
        assertThat(exit(KernelProcess.start(log))).isEqualTo(2);
        assertThat(Files.readAllLines(log)).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAConnectionFileThatOthersCanRead() throws Exception {
        Path log = folder.resolve("open.log");
        String ports = "\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,\"hb_port\":5";
        Path file = Files.writeString(
                folder.resolve("open.json"),
                "{\"transport\":\"tcp\",\"ip\":\"127.0.0.1\",\"key\":\"k\"," + ports + "}");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(exit(KernelProcess.start(log, file.toString()))).isEqualTo(2);
        assertThat(Files.readAllLines(log))
                .singleElement()
                .asString()
                .contains("can be read by others", file + " (rw-r--r--)", "chmod 600");
    }
}
