package dev.temper.kernel.jupyter;

import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Sends back whatever it receives, so that a page knows the kernel to be alive. */
final class Heartbeat {
    private final ZMQ.Socket socket;

    Heartbeat(ZMQ.Context context, Connection connection) {
        socket = context.socket(SocketType.REP);
        socket.setLinger(0);
        socket.bind(connection.address(connection.properties().getHbPort()));
    }

    void start() {
        Thread thread = new Thread(this::loop, "heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    private void loop() {
        try (socket) {
            while (true) {
                List<byte[]> beat = Frames.receive(socket);
                Frames.send(socket, beat);
            }
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                throw e;
            }
        }
    }
}
