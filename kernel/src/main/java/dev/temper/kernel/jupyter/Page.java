package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.jupyter.history.History;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.session.Frontend;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a kernel, as its cells see them. What a thread shows is marked with the request whose cell started the
 * thread, also when that cell has ended and another runs. The threads of the common pool serve all cells: what they
 * show, and what threads show that no cell started, belongs to the cell that runs, or ran last.
 */
final class Page implements Frontend {
    private final IoPub iopub;
    private final Questions questions;
    private final History history;

    @SuppressWarnings("ThreadLocalUsage") // there is one page a process, as long as that lives
    private final InheritableThreadLocal<@Nullable Cell> own = new InheritableThreadLocal<>();

    private volatile Cell latest =
            new Cell(new Request(List.of(), new JsonObject(), new JsonObject(), "", new JsonObject()), false, false);

    Page(IoPub iopub, Questions questions, History history) {
        this.iopub = iopub;
        this.questions = questions;
        this.history = history;
    }

    /** One cell, as the pages show it. */
    final class Cell implements Place {
        private final Request request;
        private final boolean silent;
        private final boolean mayAsk;
        private final List<Map<String, Object>> payload = new ArrayList<>();

        private Cell(Request request, boolean silent, boolean mayAsk) {
            this.request = request;
            this.silent = silent;
            this.mayAsk = mayAsk;
        }

        /** Publishes a message of the cell, unless that is to be silent; waits when the pages do not keep up. */
        void publish(String type, Object content) {
            if (!silent) {
                iopub.publishInTurn(type, request.header(), content);
            }
        }

        @Override
        public void write(Stream stream, String text) {
            PublishStream.StreamType type =
                    stream == Stream.OUT ? PublishStream.StreamType.OUT : PublishStream.StreamType.ERR;
            publish("stream", new PublishStream(type, text));
        }

        /** What the cell wants the page to do once it has its answer. */
        List<Map<String, Object>> payload() {
            synchronized (payload) {
                return List.copyOf(payload);
            }
        }
    }

    /** Begins a cell. */
    Cell begin(Request request, boolean silent, boolean mayAsk) {
        Cell cell = new Cell(request, silent, mayAsk);
        latest = cell;
        return cell;
    }

    @Override
    public void enter() {
        own.set(latest);
    }

    @Override
    public Cell place() {
        boolean shared = Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool().equals(ForkJoinPool.commonPool());
        Cell cell = shared ? null : own.get();
        return cell == null ? latest : cell;
    }

    @Override
    public void display(MimeBundle bundle, String id) {
        place().publish("display_data", content(bundle, id));
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        place().publish("update_display_data", content(bundle, id));
    }

    @Override
    public String ask(String prompt, boolean secret) throws InterruptedException {
        Cell cell = place();
        if (!cell.mayAsk) {
            throw new UnsupportedOperationException(
                    "The cell reads standard input, but this page cannot be asked for any.");
        }
        return questions.ask(cell.request, prompt, secret);
    }

    @Override
    public void clear(boolean wait) {
        place().publish("clear_output", Map.of("wait", wait));
    }

    @Override
    public void nextInput(String text, boolean replace) {
        want(Map.of("source", "set_next_input", "text", text, "replace", replace));
    }

    @Override
    public void page(MimeBundle explanation) {
        want(Map.of("source", "page", "data", explanation.data(), "start", 0));
    }

    private void want(Map<String, Object> wish) {
        List<Map<String, Object>> payload = place().payload;
        synchronized (payload) {
            payload.add(wish);
        }
    }

    @Override
    public List<PastCell> history(int most) {
        return history.latest(most).stream()
                .map(entry -> new PastCell(entry.session(), entry.number(), entry.input()))
                .toList();
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
