package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Publishes to all pages, and welcomes each that begins to listen. */
final class IoPub {
    private static final int MOST_IN_SOCKET = 64;
    private static final byte SUBSCRIBED = 1;

    private final Wire wire;
    private final Channel channel;

    IoPub(ZMQ.Context context, Connection connection, Wire wire, PrintStream log) {
        this.wire = wire;
        int port = connection.properties().getIopubPort();
        channel = new Channel("iopub", context, SocketType.XPUB, log);
        channel.keepForSubscribers(MOST_IN_SOCKET);
        channel.bind(connection.address(port));
    }

    void start() {
        channel.start(this::welcome);
    }

    /** Publishes a message; returns at once. */
    void publish(String type, @Nullable JsonObject parent, Object content) {
        channel.send(message(type, parent, content));
    }

    /**
     * Publishes a message once the pages have taken most of those before it: who prints faster than they read waits
     * here. An interrupt ends the wait.
     */
    void publishInTurn(String type, @Nullable JsonObject parent, Object content) {
        channel.sendWhenRoom(message(type, parent, content));
    }

    private List<byte[]> message(String type, @Nullable JsonObject parent, Object content) {
        List<byte[]> topic = List.of(type.getBytes(StandardCharsets.UTF_8));
        return wire.write(topic, wire.header(type), parent, Map.of(), content);
    }

    private void welcome(List<byte[]> frames) {
        byte[] frame = frames.get(0);
        if (frame.length > 0 && frame[0] == SUBSCRIBED) {
            byte[] topic = Arrays.copyOfRange(frame, 1, frame.length);
            Map<String, Object> content = Map.of("subscription", new String(topic, StandardCharsets.UTF_8));
            List<byte[]> prefix = topic.length == 0 ? List.of() : List.of(topic);
            channel.sendFirst(wire.write(prefix, wire.header("iopub_welcome"), null, Map.of(), content));
        }
    }

    /** Publishes what still waits and closes the socket. */
    void close() throws InterruptedException {
        channel.close();
    }
}
