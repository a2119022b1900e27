package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import dev.temper.kernel.assist.Completion;
import dev.temper.kernel.jupyter.history.History;
import dev.temper.kernel.session.Notebook;
import io.github.spencerpark.jupyter.messages.comm.CommCloseCommand;
import io.github.spencerpark.jupyter.messages.comm.CommOpenCommand;
import io.github.spencerpark.jupyter.messages.reply.CompleteReply;
import io.github.spencerpark.jupyter.messages.request.CompleteRequest;
import io.github.spencerpark.jupyter.messages.request.InspectRequest;
import io.github.spencerpark.jupyter.messages.request.IsCompleteRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers what a page asks about and of the notebook. */
final class ShellRequests {
    private final Notebook notebook;
    private final IoPub iopub;
    private final ControlRequests control;
    private final History history;
    private final Execution execution;
    private final Promptly promptly;

    ShellRequests(Notebook notebook, Page page, History history, IoPub iopub, ControlRequests control) {
        this.notebook = notebook;
        this.history = history;
        this.iopub = iopub;
        this.control = control;
        this.execution = new Execution(notebook, page, history);
        this.promptly = new Promptly(execution::isRunning);
    }

    Execution execution() {
        return execution;
    }

    /** Runs a cell, when those of other shells let it. */
    boolean run(Exchange exchange, Lane lane) {
        execution.answer(exchange, lane);
        return true;
    }

    /** Answers all else, also while a cell runs; returns whether the kernel goes on. */
    boolean handle(Exchange exchange) {
        Request request = exchange.request();
        exchange.awaitStart();
        switch (request.type()) {
            case "complete_request" ->
                exchange.reply(promptly.ask(
                        () -> complete(Wire.content(request, CompleteRequest.class)), noCandidates(request)));
            case "inspect_request" ->
                exchange.reply(promptly.ask(() -> inspect(Wire.content(request, InspectRequest.class)), notFound()));
            case "is_complete_request" ->
                exchange.reply(promptly.ask(
                        () -> isComplete(Wire.content(request, IsCompleteRequest.class)), Map.of("status", "unknown")));
            case "history_request" -> exchange.reply(ok("history", HistoryRequests.answer(request, history)));
            case "comm_info_request" -> exchange.reply(ok("comms", Map.of()));
            case "comm_open" -> refuse(request);
            case "comm_msg", "comm_close" -> {
                // of a comm that was refused: it has nothing to say to us
            }
            default -> {
                return control.handle(exchange);
            }
        }
        return true;
    }

    private static Map<String, Object> ok(String name, Object value) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "ok");
        content.put(name, value);
        return content;
    }

    private static Map<String, Object> noCandidates(Request request) {
        int cursor = request.number("cursor_pos", 0);
        Map<String, Object> content = ok("matches", List.of());
        content.put("cursor_start", cursor);
        content.put("cursor_end", cursor);
        content.put("metadata", Map.of());
        return content;
    }

    private static Map<String, Object> notFound() {
        Map<String, Object> content = ok("data", Map.of());
        content.put("found", false);
        content.put("metadata", Map.of());
        return content;
    }

    private CompleteReply complete(CompleteRequest asked) {
        Text text = new Text(asked.getCode());
        Completion found = notebook.complete(text.code, text.index(asked.getCursorPos()));
        int start = text.codePoints(found.start());
        int end = text.codePoints(found.end());
        List<Map<String, Object>> types = found.suggestions().stream()
                .map(each -> Map.<String, Object>of(
                        "start",
                        start,
                        "end",
                        end,
                        "text",
                        each.text(),
                        "type",
                        each.type(),
                        "signature",
                        each.signature()))
                .toList();
        return new CompleteReply(found.texts(), start, end, Map.of("_jupyter_types_experimental", types));
    }

    private Map<String, Object> inspect(InspectRequest asked) {
        Text text = new Text(asked.getCode());
        Map<String, Object> content = notebook.inspect(
                        text.code, text.index(asked.getCursorPos()), asked.getDetailLevel())
                .map(found -> ok("data", found.data()))
                .orElseGet(() -> ok("data", Map.of()));
        content.put("found", !Map.of().equals(content.get("data")));
        content.put("metadata", Map.of());
        return content;
    }

    private Map<String, Object> isComplete(IsCompleteRequest asked) {
        Text text = new Text(asked.getCode());
        return switch (notebook.readiness(text.code)) {
            case COMPLETE -> Map.of("status", "complete");
            case INVALID -> Map.of("status", "invalid");
            case INCOMPLETE -> Map.of("status", "incomplete", "indent", notebook.indent(text.code));
            case UNKNOWN -> Map.of("status", "unknown");
        };
    }

    /** Closes a comm again, since no target is offered. */
    private void refuse(Request request) {
        CommOpenCommand asked = Wire.content(request, CommOpenCommand.class);
        iopub.publish("comm_close", request.header(), new CommCloseCommand(asked.getCommID(), new JsonObject()));
    }

    /** Code, and places in it: a page counts code points, Java counts chars. */
    private static final class Text {
        private final String code;

        Text(String code) {
            this.code = Objects.requireNonNullElse(code, "");
        }

        int index(int codePoints) {
            int most = code.codePointCount(0, code.length());
            return code.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, most)));
        }

        int codePoints(int index) {
            return code.codePointCount(0, index);
        }
    }
}
