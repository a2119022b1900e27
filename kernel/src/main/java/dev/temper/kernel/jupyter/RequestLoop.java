package dev.temper.kernel.jupyter;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Receives requests on one socket and has them answered one after the other, on a thread that belongs to the socket.
 * Whatever is received, the loop goes on.
 */
final class RequestLoop {
    private static final int FOREVER = -1;

    /** Answers requests. */
    @FunctionalInterface
    interface Handler {
        /** Answers a request by {@link RequestLoop#reply}; returns whether the kernel goes on. */
        boolean handle(Request request, RequestLoop loop);
    }

    /** A request that was received while another was being answered. */
    private record Waiting(Request request, boolean aborted) {}

    private final String name;
    private final Wire wire;
    private final IoPub iopub;
    private final PrintStream log;
    private final ZMQ.Socket socket;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean replied;

    RequestLoop(String name, ZMQ.Context context, String address, Wire wire, IoPub iopub, PrintStream log) {
        this.name = name;
        this.wire = wire;
        this.iopub = iopub;
        this.log = log;
        socket = context.socket(SocketType.ROUTER);
        socket.setLinger(500);
        socket.setRcvHWM(0);
        socket.setSndHWM(0);
        socket.bind(address);
    }

    /** Starts answering. When the handler wants no more, the socket is closed and the end is told. */
    void start(Handler handler, Runnable atEnd) {
        Thread thread = new Thread(() -> loop(handler, atEnd), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void loop(Handler handler, Runnable atEnd) {
        try (socket) {
            boolean goOn = true;
            while (goOn) {
                if (waiting.isEmpty()) {
                    receive(FOREVER).ifPresent(request -> waiting.add(new Waiting(request, false)));
                } else {
                    goOn = answer(waiting.remove(), handler);
                }
            }
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                log.println("temper: the " + name + " socket failed: " + e.getMessage());
            }
        }
        atEnd.run();
    }

    private Optional<Request> receive(int millis) {
        socket.setReceiveTimeOut(millis);
        List<byte[]> frames = Frames.receive(socket);
        try {
            return frames.isEmpty() ? Optional.empty() : Optional.of(wire.read(frames));
        } catch (Wire.BadMessage e) {
            log.println("temper: dropped a message on " + name + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean answer(Waiting next, Handler handler) {
        Request request = next.request;
        replied = false;
        iopub.publish("status", request.header(), Map.of("execution_state", "busy"));
        try {
            if (next.aborted) {
                reply(request, Map.of("status", "aborted"));
                return true;
            }
            return handler.handle(request, this);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            log.println("temper: cannot answer " + request.type() + ": " + e);
            e.printStackTrace(log);
            if (!replied) {
                reply(request, error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of()));
            }
            return true;
        } finally {
            iopub.publish("status", request.header(), Map.of("execution_state", "idle"));
        }
    }

    /** Sends the answer to a request. */
    void reply(Request request, Object content) {
        replied = true;
        String type = request.type().replaceFirst("_request$", "") + "_reply";
        Frames.send(socket, wire.write(request.identities(), type, request.header(), content));
    }

    /** The content of an answer that says what went wrong. */
    static Map<String, Object> error(String name, String message, List<String> trace) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "error");
        content.put("ename", name);
        content.put("evalue", message);
        content.put("traceback", trace);
        return content;
    }

    /**
     * Takes in all that has been sent so far, and has the cells among it answered as aborted. As this is called before
     * the page is told of the error, whoever sent them could not know of it.
     *
     * @param millis how long to wait for messages that are on their way
     */
    void abortWaiting(int millis) {
        Queue<Waiting> all = new ArrayDeque<>();
        waiting.forEach(next -> all.add(new Waiting(next.request, isCell(next.request))));
        Optional<Request> next = receive(millis);
        while (next.isPresent()) {
            all.add(new Waiting(next.get(), isCell(next.get())));
            next = receive(millis);
        }
        waiting.clear();
        waiting.addAll(all);
    }

    private static boolean isCell(Request request) {
        return request.type().equals("execute_request");
    }
}
