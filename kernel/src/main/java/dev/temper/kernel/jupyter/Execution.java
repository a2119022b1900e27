package dev.temper.kernel.jupyter;

import dev.temper.kernel.session.CellError;
import dev.temper.kernel.session.CellResult;
import dev.temper.kernel.session.Notebook;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Answers requests to run a cell. */
final class Execution {
    private static final int ON_THEIR_WAY_MILLIS = 20;

    private final Notebook notebook;
    private final Page page;
    private final History history;
    private int count;

    Execution(Notebook notebook, Page page, History history) {
        this.notebook = notebook;
        this.page = page;
        this.history = history;
    }

    void answer(Request request, RequestLoop loop) {
        ExecuteRequest asked = Wire.content(request, ExecuteRequest.class);
        String code = Objects.requireNonNullElse(asked.getCode(), "");
        boolean counts = asked.shouldStoreHistory() && !asked.isSilent() && !code.isBlank();
        int cell = count + 1;
        if (counts) {
            count = cell;
        }
        page.follow(request, asked.isSilent(), asked.isStdinEnabled());
        page.publish("execute_input", new PublishExecuteInput(code, cell));
        CellResult result = notebook.run(code, cell);
        String shown = show(result, cell);
        if (counts) {
            history.add(cell, code, shown);
        }
        if (result instanceof CellResult.Failed failed) {
            if (asked.shouldStopOnError()) {
                loop.abortWaiting(ON_THEIR_WAY_MILLIS);
            }
            CellError error = failed.error();
            Map<String, Object> content = RequestLoop.error(error.name(), error.message(), error.trace());
            content.put("execution_count", cell);
            loop.reply(request, content);
        } else {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("status", "ok");
            content.put("execution_count", cell);
            content.put("payload", page.takePayload());
            content.put("user_expressions", evaluated(asked.getUserExpr()));
            loop.reply(request, content);
        }
    }

    private String show(CellResult result, int cell) {
        if (result instanceof CellResult.Shown shown) {
            Map<String, Object> content = Page.content(shown.bundle(), "");
            content.put("execution_count", cell);
            page.publish("execute_result", content);
            return shown.bundle().text();
        }
        if (result instanceof CellResult.Failed failed) {
            CellError error = failed.error();
            page.publish("error", new PublishError(error.name(), error.message(), error.trace()));
        }
        return "";
    }

    private Map<String, Object> evaluated(Map<String, String> expressions) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (expressions != null) {
            expressions.forEach((name, expression) -> values.put(name, evaluated(expression)));
        }
        return values;
    }

    private Map<String, Object> evaluated(String expression) {
        CellResult result = notebook.evaluate(expression);
        if (result instanceof CellResult.Failed failed) {
            CellError error = failed.error();
            return RequestLoop.error(error.name(), error.message(), error.trace());
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
