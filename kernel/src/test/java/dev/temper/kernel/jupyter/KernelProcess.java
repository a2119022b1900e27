package dev.temper.kernel.jupyter;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts real kernels. */
final class KernelProcess {
    private KernelProcess() {}

    /** Writes the file that tells a kernel where to listen. */
    static Path connectionFile(Path folder, String key, int... ports) throws IOException {
        Path file = folder.resolve("connection.json");
        return Files.writeString(
                file,
                new Gson()
                        .toJson(Map.of(
                                "transport", "tcp",
                                "ip", "127.0.0.1",
                                "key", key,
                                "signature_scheme", "hmac-sha256",
                                "shell_port", ports[0],
                                "control_port", ports[1],
                                "stdin_port", ports[2],
                                "hb_port", ports[3],
                                "iopub_port", ports[4])));
    }

    /** Starts the kernel as a process of its own, with its jar as its agent. */
    static Process start(Path log, String... arguments) throws IOException {
        return start(log, List.of(), List.of(), arguments);
    }

    /** Starts it by another command, which gets the kernel's own as its arguments, with options for Java. */
    static Process start(Path log, List<String> launcher, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(command(options, arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .put("TEMPER_HISTORY", log.resolveSibling("history.jsonl").toString());
        return builder.start();
    }

    private static List<String> command(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-javaagent:" + jar());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.temper.kernel.Main");
        command.addAll(List.of(arguments));
        return command;
    }

    private static File jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("temper-kernel-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toFile()
                    .getAbsoluteFile();
        }
    }

    /** Five ports that nobody listens on at the moment. */
    static int[] freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        int[] ports = new int[5];
        for (int i = 0; i < ports.length; i++) {
            ServerSocket socket = new ServerSocket(0);
            sockets.add(socket);
            ports[i] = socket.getLocalPort();
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
