package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import dev.temper.kernel.jupyter.history.History;
import dev.temper.kernel.session.CellError;
import dev.temper.kernel.session.CellResult;
import dev.temper.kernel.session.Notebook;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Answers requests to run a cell, which take turns. */
final class Execution {
    private static final int ON_THEIR_WAY_MILLIS = 20;

    private final Notebook notebook;
    private final Page page;
    private final History history;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Exchange running;
    private int count;

    Execution(Notebook notebook, Page page, History history) {
        this.notebook = notebook;
        this.page = page;
        this.history = history;
    }

    /** Whether a cell runs. */
    boolean isRunning() {
        return running != null;
    }

    /** Answers the request whose cell ends the kernel. */
    void fail(String name, String message) {
        Exchange exchange = running;
        if (exchange != null) {
            exchange.reply(Exchange.error(name, message, List.of(message)));
        }
    }

    void answer(Exchange exchange, Lane lane) {
        turn.lock();
        try {
            running = exchange;
            run(exchange, lane);
        } finally {
            running = null;
            turn.unlock();
        }
    }

    private void run(Exchange exchange, Lane lane) {
        Request request = exchange.request();
        String code = request.text("code");
        boolean silent = request.flag("silent", false);
        boolean counts = request.flag("store_history", true) && !silent && !code.isBlank();
        int cell = count + 1;
        if (counts) {
            count = cell;
        }
        Map<String, Object> metadata = Map.of("started", Instant.now().toString());
        Page.Cell place = page.begin(request, silent, request.flag("allow_stdin", true));
        place.publish("execute_input", new PublishExecuteInput(code, cell));
        CellResult result = notebook.run(code, cell);
        String shown = show(place, result, cell);
        if (counts) {
            history.add(cell, code, shown);
        }
        if (result instanceof CellResult.Failed failed) {
            if (request.flag("stop_on_error", true)) {
                lane.abortWaiting(ON_THEIR_WAY_MILLIS);
            }
            CellError error = failed.error();
            Map<String, Object> content = Exchange.error(error.name(), error.message(), error.trace());
            content.put("execution_count", cell);
            content.put("payload", List.of());
            content.put("user_expressions", Map.of());
            exchange.reply(metadata, content);
        } else {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("status", "ok");
            content.put("execution_count", cell);
            content.put("payload", place.payload());
            content.put("user_expressions", evaluated(request));
            exchange.reply(metadata, content);
        }
    }

    private String show(Page.Cell place, CellResult result, int cell) {
        if (result instanceof CellResult.Shown shown) {
            Map<String, Object> content = Page.content(shown.bundle(), "");
            content.put("execution_count", cell);
            place.publish("execute_result", content);
            return shown.bundle().text();
        }
        if (result instanceof CellResult.Failed failed) {
            CellError error = failed.error();
            place.publish("error", new PublishError(error.name(), error.message(), error.trace()));
        }
        return "";
    }

    private Map<String, Object> evaluated(Request request) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (request.content().get("user_expressions") instanceof JsonObject expressions) {
            expressions.keySet().forEach(name -> values.put(name, evaluated(Request.text(expressions, name))));
        }
        return values;
    }

    private Map<String, Object> evaluated(String expression) {
        CellResult result = notebook.evaluate(expression);
        if (result instanceof CellResult.Failed failed) {
            CellError error = failed.error();
            return Exchange.error(error.name(), error.message(), error.trace());
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "ok");
        content.put("data", Map.of());
        content.put("metadata", Map.of());
        if (result instanceof CellResult.Shown shown) {
            content.put("data", shown.bundle().data());
            content.put("metadata", shown.bundle().metadata());
        }
        return content;
    }
}
