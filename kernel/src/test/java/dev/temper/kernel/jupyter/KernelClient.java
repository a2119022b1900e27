package dev.temper.kernel.jupyter;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
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
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A page that speaks to a real kernel process over sockets of its own. */
final class KernelClient implements AutoCloseable {
    static final String KEY = "4f9a1c";
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
    private final int iopubPort;

    /** A message that came back. */
    record Message(String type, JsonObject parent, JsonObject metadata, JsonObject content) {
        String text(String name) {
            JsonElement value = content.get(name);
            return value == null ? "" : value.getAsString();
        }

        String parentId() {
            JsonElement id = parent.get("msg_id");
            return id == null ? "" : id.getAsString();
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
        this(folder, List.of());
    }

    /** Starts a kernel with options for its virtual machine. */
    KernelClient(Path folder, List<String> options) throws IOException {
        this(folder, options, List.of());
    }

    /** Starts a kernel by another command, which gets the kernel's own as its arguments. */
    KernelClient(Path folder, List<String> options, List<String> launcher) throws IOException {
        int[] ports = KernelProcess.freePorts();
        Path file = KernelProcess.connectionFile(folder, KEY, ports);
        log = folder.resolve("kernel.log");
        process = KernelProcess.start(log, launcher, options, file.toString());
        String id = UUID.randomUUID().toString();
        shell = connect(SocketType.DEALER, ports[0], id);
        control = connect(SocketType.DEALER, ports[1], id);
        stdin = connect(SocketType.DEALER, ports[2], id);
        heartbeat = connect(SocketType.REQ, ports[3], id);
        iopubPort = ports[4];
        iopub = listen("");
    }

    /** Begins to listen to what is published under topics that begin so. */
    ZMQ.Socket listen(String topics) {
        ZMQ.Socket socket = context.createSocket(SocketType.SUB);
        socket.setRcvHWM(0);
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.subscribe(topics);
        socket.connect("tcp://127.0.0.1:" + iopubPort);
        return socket;
    }

    private ZMQ.Socket connect(SocketType type, int port, String identity) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setIdentity(identity.getBytes(StandardCharsets.UTF_8));
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    void stopListening() {
        iopub.close();
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
        return send(socket, type, "", content, signed);
    }

    /** Sends a message to a subshell; returns its id. */
    String sendTo(String subshell, String type, Object content) {
        return send(shell, type, subshell, new Gson().toJson(content), true);
    }

    private static String send(ZMQ.Socket socket, String type, String subshell, String content, boolean signed) {
        String id = UUID.randomUUID().toString();
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", "test");
        header.addProperty("username", "me");
        header.addProperty("date", "2026-01-01T00:00:00Z");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.5");
        if (!subshell.isEmpty()) {
            header.addProperty("subshell_id", subshell);
        }
        send(socket, frames(signed, header.toString(), "{}", "{}", content));
        return id;
    }

    /** The frames of a message. */
    static List<String> frames(boolean signed, String... parts) {
        List<String> frames = new ArrayList<>(List.of(DELIMITER, signed ? signature(parts) : "0".repeat(64)));
        frames.addAll(List.of(parts));
        return frames;
    }

    static void send(ZMQ.Socket socket, List<String> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
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
                JsonParser.parseString(parts[2]).getAsJsonObject(),
                JsonParser.parseString(parts[3]).getAsJsonObject());
    }

    /** Waits for the answer to a request; answers to others are passed over. */
    Message reply(ZMQ.Socket socket, String id) {
        Message reply = receive(socket);
        while (!id.equals(reply.parentId())) {
            reply = receive(socket);
        }
        return reply;
    }

    /** Waits for the answer to a request on the shell. */
    Message reply(String id) {
        return reply(shell, id);
    }

    /** Asks on a socket, and waits for the answer. */
    Message ask(ZMQ.Socket socket, String type, Object content) {
        return reply(socket, send(socket, type, content));
    }

    /** All that is published for a request, up to its idle status. */
    List<Message> published(String id) {
        List<Message> all = new ArrayList<>();
        while (true) {
            Message next = receive(iopub);
            if (!next.parentId().equals(id)) {
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

    /** The text that one stream got. */
    static String text(List<Message> published, String stream) {
        return published.stream()
                .filter(message ->
                        message.type().equals("stream") && message.text("name").equals(stream))
                .map(message -> message.text("text"))
                .collect(Collectors.joining());
    }

    /** Runs a cell that must end well; returns what was published. */
    List<Message> run(String code) {
        String id = execute(code);
        List<Message> published = published(id);
        Message reply = reply(id);
        if (!reply.text("status").equals("ok")) {
            throw new IllegalStateException(code + " failed: " + reply.content());
        }
        return published;
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
        } while (!next.type().equals("stream") || !next.parentId().equals(id));
        return next;
    }

    /** Waits for the next message of a type that is published for a request. */
    Message await(String id, String type) {
        Message next;
        do {
            next = receive(iopub);
        } while (!next.type().equals(type) || !next.parentId().equals(id));
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
