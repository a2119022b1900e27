package dev.temper.kernel.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request and its answer. */
final class Exchange {
    private final Request request;
    private final Channel channel;
    private final Wire wire;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private CompletableFuture<Void> start = CompletableFuture.completedFuture(null);
    private boolean answered;
    private volatile boolean aborted;

    Exchange(Request request, Channel channel, Wire wire) {
        this.request = request;
        this.channel = channel;
        this.wire = wire;
    }

    Request request() {
        return request;
    }

    /** Sends the answer. */
    void reply(Object content) {
        reply(Map.of(), content);
    }

    /** Sends the answer, with something about it. What comes after the first answer is dropped. */
    synchronized void reply(Map<String, Object> metadata, Object content) {
        if (!answered) {
            answered = true;
            String type = request.type().replaceFirst("_request$", "") + "_reply";
            channel.send(wire.write(request.identities(), wire.header(type), request.header(), metadata, content));
        }
    }

    /** Has the request answered as aborted when its turn comes. */
    void abort() {
        aborted = true;
    }

    boolean isAborted() {
        return aborted;
    }

    /** Has {@link #awaitStart()} wait for the end of another request, but at most some time from now. */
    void after(@Nullable Exchange other, long millis) {
        if (other != null) {
            start = other.ended.copy().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
        }
    }

    void awaitStart() {
        start.join();
    }

    /** Tells that all is done that the request asked for. */
    void end() {
        ended.complete(null);
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
}
