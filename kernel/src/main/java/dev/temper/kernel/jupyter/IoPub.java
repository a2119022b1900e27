package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Publishes to all pages. The socket belongs to a thread of its own, since an interrupt of the thread that cells run on
 * would break it; it has no bound on what waits, since ZeroMQ would drop what is beyond.
 */
final class IoPub {
    private static final List<byte[]> END = List.of();

    private final Wire wire;
    private final ZMQ.Socket socket;
    private final BlockingQueue<List<byte[]>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::loop, "iopub");

    IoPub(ZMQ.Context context, Connection connection, Wire wire) {
        this.wire = wire;
        socket = context.socket(SocketType.PUB);
        socket.setSndHWM(0);
        socket.setLinger(500);
        socket.bind(connection.address(connection.properties().getIopubPort()));
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Publishes a message; returns at once. */
    void publish(String type, @Nullable JsonObject parent, Object content) {
        waiting.add(wire.write(List.of(type.getBytes(StandardCharsets.UTF_8)), type, parent, content));
    }

    /** Publishes what still waits and closes the socket. */
    void close() throws InterruptedException {
        waiting.add(END);
        thread.join(500);
    }

    private void loop() {
        try {
            for (List<byte[]> next = waiting.take(); !next.isEmpty(); next = waiting.take()) {
                Frames.send(socket, next);
            }
        } catch (InterruptedException | ZMQException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.close();
        }
    }
}
