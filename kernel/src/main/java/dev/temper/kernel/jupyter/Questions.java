package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Asks pages for lines of input, one at a time. */
final class Questions {
    /** The question that waits for its answer. */
    private record Question(String id, CompletableFuture<String> answer) {}

    private final Channel channel;
    private final Wire wire;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Question asked;

    Questions(Channel channel, Wire wire) {
        this.channel = channel;
        this.wire = wire;
    }

    /** Asks the page whose cell it is, and waits for the answer. */
    String ask(Request cell, String prompt, boolean secret) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            JsonObject header = wire.header("input_request");
            CompletableFuture<String> answer = new CompletableFuture<>();
            asked = new Question(Request.text(header, "msg_id"), answer);
            channel.send(
                    wire.write(cell.identities(), header, cell.header(), Map.of(), new InputRequest(prompt, secret)));
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            asked = null;
            turn.unlock();
        }
    }

    /** Takes an answer. One that nobody waits for any more, or that names another question, is dropped. */
    void receive(Request reply) {
        Question question = asked;
        if (question != null
                && reply.type().equals("input_reply")
                && reply.answers(question.id)
                && reply.content().get("value") instanceof JsonPrimitive value) {
            question.answer.complete(value.getAsString());
        }
    }
}
