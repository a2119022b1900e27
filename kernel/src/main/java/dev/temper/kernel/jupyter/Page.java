package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.session.Frontend;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a kernel, as its cells see them. What a cell shows is marked with the request that ran it; what comes
 * after its end, from threads it left behind, is too, until the next cell runs.
 */
final class Page implements Frontend {
    private final IoPub iopub;
    private final Questions questions;
    private final History history;
    private final List<Map<String, Object>> payload = new ArrayList<>();
    private volatile @Nullable Request cell;
    private volatile boolean silent;
    private volatile boolean mayAsk;

    Page(IoPub iopub, Questions questions, History history) {
        this.iopub = iopub;
        this.questions = questions;
        this.history = history;
    }

    /** Marks all that is shown from now on with a request. */
    void follow(Request request, boolean isSilent, boolean allowsQuestions) {
        cell = request;
        silent = isSilent;
        mayAsk = allowsQuestions;
        takePayload();
    }

    /** What the running cell wants the page to do once it has its answer. */
    List<Map<String, Object>> takePayload() {
        synchronized (payload) {
            List<Map<String, Object>> all = List.copyOf(payload);
            payload.clear();
            return all;
        }
    }

    /** Publishes a message of the running cell, unless that is to be silent. */
    void publish(String type, Object content) {
        Request running = cell;
        if (!silent) {
            JsonObject parent = running == null ? null : running.header();
            iopub.publish(type, parent, content);
        }
    }

    @Override
    public void write(Stream stream, String text) {
        publish(
                "stream",
                new PublishStream(
                        stream == Stream.OUT ? PublishStream.StreamType.OUT : PublishStream.StreamType.ERR, text));
    }

    @Override
    public void display(MimeBundle bundle, String id) {
        publish("display_data", content(bundle, id));
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        publish("update_display_data", content(bundle, id));
    }

    @Override
    public String ask(String prompt, boolean secret) throws InterruptedException {
        Request running = cell;
        if (running == null || !mayAsk) {
            throw new UnsupportedOperationException(
                    "The cell reads standard input, but this page cannot be asked for any.");
        }
        return questions.ask(running, prompt, secret);
    }

    @Override
    public void clear(boolean wait) {
        publish("clear_output", Map.of("wait", wait));
    }

    @Override
    public void nextInput(String text, boolean replace) {
        synchronized (payload) {
            payload.add(Map.of("source", "set_next_input", "text", text, "replace", replace));
        }
    }

    @Override
    public void page(MimeBundle explanation) {
        synchronized (payload) {
            payload.add(Map.of("source", "page", "data", explanation.data(), "start", 0));
        }
    }

    @Override
    public List<PastCell> history(int most) {
        return history.latest(most);
    }

    /** The content of a message that shows a bundle. */
    static Map<String, Object> content(MimeBundle bundle, String id) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("data", bundle.data());
        content.put("metadata", bundle.metadata());
        content.put("transient", id.isEmpty() ? Map.of() : Map.of("display_id", id));
        return content;
    }
}
