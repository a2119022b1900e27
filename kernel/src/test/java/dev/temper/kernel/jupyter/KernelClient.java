package dev.temper.kernel.jupyter;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A page that speaks to a real kernel process over sockets of its own. */
final class KernelClient implements AutoCloseable {
    private static final String KEY = "4f9a1c";
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String DELIMITER = "<IDS|MSG>";

    private final ZContext context = new ZContext();
    private final Process process;
    private final Path log;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket heartbeat;
    private final ZMQ.Socket iopub;

    /** A message that came back. */
    record Message(String type, JsonObject parent, JsonObject content) {
        String text(String name) {
            JsonElement value = content.get(name);
            return value == null ? "" : value.getAsString();
        }

        String plain() {
            return content.getAsJsonObject("data").get("text/plain").getAsString();
        }

        List<String> trace() {
            List<String> lines = new ArrayList<>();
            JsonArray all = content.getAsJsonArray("traceback");
            all.forEach(line -> lines.add(line.getAsString()));
            return lines;
        }
    }

    KernelClient(Path folder) throws IOException {
        int[] ports = freePorts();
        Path file = folder.resolve("connection.json");
        Files.writeString(
                file,
                new Gson()
                        .toJson(Map.of(
                                "transport", "tcp",
                                "ip", "127.0.0.1",
                                "key", KEY,
                                "signature_scheme", "hmac-sha256",
                                "shell_port", ports[0],
                                "control_port", ports[1],
                                "stdin_port", ports[2],
                                "hb_port", ports[3],
                                "iopub_port", ports[4])));
        log = folder.resolve("kernel.log");
        process = start(log, file.toString());
        String id = UUID.randomUUID().toString();
        shell = connect(SocketType.DEALER, ports[0], id);
        control = connect(SocketType.DEALER, ports[1], id);
        stdin = connect(SocketType.DEALER, ports[2], id);
        heartbeat = connect(SocketType.REQ, ports[3], id);
        iopub = context.createSocket(SocketType.SUB);
        iopub.setRcvHWM(0);
        iopub.setReceiveTimeOut(PATIENCE_MILLIS);
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        iopub.connect("tcp://127.0.0.1:" + ports[4]);
    }

    /** Starts the kernel as a process of its own, with its jar as its agent. */
    static Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + jar());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.temper.kernel.Main");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
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

    private static int[] freePorts() throws IOException {
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

    private ZMQ.Socket connect(SocketType type, int port, String identity) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setIdentity(identity.getBytes(StandardCharsets.UTF_8));
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    Process process() {
        return process;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    ZMQ.Socket shell() {
        return shell;
    }

    ZMQ.Socket control() {
        return control;
    }

    ZMQ.Socket stdin() {
        return stdin;
    }

    byte[] beat(byte[] bytes) {
        heartbeat.send(bytes);
        return heartbeat.recv();
    }

    /** Sends a message; returns its id. */
    String send(ZMQ.Socket socket, String type, Object content) {
        return send(socket, type, new Gson().toJson(content), true);
    }

    String send(ZMQ.Socket socket, String type, String content, boolean signed) {
        String id = UUID.randomUUID().toString();
        String header = new Gson()
                .toJson(Map.of(
                        "msg_id", id,
                        "session", "test",
                        "username", "me",
                        "date", "2026-01-01T00:00:00Z",
                        "msg_type", type,
                        "version", "5.3"));
        String[] parts = {header, "{}", "{}", content};
        socket.sendMore(DELIMITER);
        socket.sendMore(signed ? signature(parts) : "0".repeat(64));
        for (int i = 0; i < parts.length; i++) {
            socket.send(parts[i], i < parts.length - 1 ? ZMQ.SNDMORE : 0);
        }
        return id;
    }

    private static String signature(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String execute(String code) {
        return execute(code, Map.of());
    }

    String execute(String code, Map<String, Object> changes) {
        JsonObject content = new Gson()
                .toJsonTree(Map.of(
                        "code", code,
                        "silent", false,
                        "store_history", true,
                        "user_expressions", Map.of(),
                        "allow_stdin", false,
                        "stop_on_error", true))
                .getAsJsonObject();
        changes.forEach((name, value) -> content.add(name, new Gson().toJsonTree(value)));
        return send(shell, "execute_request", content);
    }

    /** Waits for the next message on a socket, and checks its signature. */
    Message receive(ZMQ.Socket socket) {
        List<String> frames = new ArrayList<>();
        do {
            byte[] frame = Objects.requireNonNull(socket.recv(), "no message came");
            frames.add(new String(frame, StandardCharsets.UTF_8));
        } while (socket.hasReceiveMore());
        int start = frames.indexOf(DELIMITER) + 2;
        String[] parts = frames.subList(start, start + 4).toArray(String[]::new);
        if (!frames.get(start - 1).equals(signature(parts))) {
            throw new IllegalStateException("the kernel's signature is wrong");
        }
        JsonObject header = JsonParser.parseString(parts[0]).getAsJsonObject();
        return new Message(
                header.get("msg_type").getAsString(),
                JsonParser.parseString(parts[1]).getAsJsonObject(),
                JsonParser.parseString(parts[3]).getAsJsonObject());
    }

    /** All that is published for a request, up to its idle status. */
    List<Message> published(String id) {
        List<Message> all = new ArrayList<>();
        while (true) {
            Message next = receive(iopub);
            JsonElement parent = next.parent().get("msg_id");
            if (parent == null || !parent.getAsString().equals(id)) {
                continue;
            }
            if (next.type().equals("status")) {
                if (next.text("execution_state").equals("idle")) {
                    return all;
                }
            } else {
                all.add(next);
            }
        }
    }

    /** Waits until a request has printed a text. */
    void awaitOutput(String id, String text) {
        Message next;
        do {
            next = awaitOutput(id);
        } while (!next.text("text").equals(text));
    }

    /** Waits for the next text that a request prints. */
    Message awaitOutput(String id) {
        Message next;
        do {
            next = receive(iopub);
        } while (!next.type().equals("stream")
                || !next.parent().get("msg_id").getAsString().equals(id));
        return next;
    }

    /** Asks until the subscription to what is published is known to the kernel. */
    void awaitReady() {
        iopub.setReceiveTimeOut(200);
        do {
            send(shell, "kernel_info_request", Map.of());
            receive(shell);
        } while (iopub.recv() == null);
        while (iopub.recv() != null) {
            // the rest of what was published meanwhile
        }
        iopub.setReceiveTimeOut(PATIENCE_MILLIS);
    }

    @Override
    public void close() {
        context.close();
        process.destroyForcibly().onExit().join();
    }
}
