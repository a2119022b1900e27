package dev.temper.kernel.jupyter;

import com.google.gson.JsonElement;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Asks the page whose cell runs for a line of input. The socket belongs to a thread of its own, as that of IoPub. */
final class Questions {
    private static final int LOOK_MILLIS = 100;

    /** One question that waits for its answer. */
    private record Question(Request cell, InputRequest content, CompletableFuture<String> answer) {}

    private final Wire wire;
    private final PrintStream log;
    private final ZMQ.Socket socket;
    private final BlockingQueue<Optional<Question>> waiting = new LinkedBlockingQueue<>();

    Questions(ZMQ.Context context, Connection connection, Wire wire, PrintStream log) {
        this.wire = wire;
        this.log = log;
        socket = context.socket(SocketType.ROUTER);
        socket.setLinger(0);
        socket.setReceiveTimeOut(LOOK_MILLIS);
        socket.bind(connection.address(connection.properties().getStdinPort()));
    }

    void start() {
        Thread thread = new Thread(this::loop, "stdin");
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks, and waits for the answer. */
    String ask(Request cell, String prompt, boolean secret) throws InterruptedException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        waiting.add(Optional.of(new Question(cell, new InputRequest(prompt, secret), answer)));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(false);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Closes the socket once the question that waits has its answer. */
    void close() {
        waiting.add(Optional.empty());
    }

    private void loop() {
        try (socket) {
            for (Optional<Question> next = waiting.take(); next.isPresent(); next = waiting.take()) {
                Question question = next.get();
                Frames.send(
                        socket,
                        wire.write(
                                question.cell.identities(), "input_request", question.cell.header(), question.content));
                while (!question.answer.isDone()) {
                    List<byte[]> frames = Frames.receive(socket);
                    if (!frames.isEmpty()) {
                        read(frames, question);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                throw e;
            }
        }
    }

    private void read(List<byte[]> frames, Question question) {
        try {
            Request reply = wire.read(frames);
            JsonElement value = reply.content().get("value");
            if (reply.type().equals("input_reply") && value != null && value.isJsonPrimitive()) {
                question.answer.complete(value.getAsString());
            }
        } catch (Wire.BadMessage e) {
            log.println("temper: dropped a message on stdin: " + e.getMessage());
        }
    }
}
