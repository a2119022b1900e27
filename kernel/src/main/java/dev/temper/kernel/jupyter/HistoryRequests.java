package dev.temper.kernel.jupyter;

import dev.temper.kernel.jupyter.history.History;
import dev.temper.kernel.jupyter.history.History.Entry;
import java.util.Arrays;
import java.util.List;

/** Answers what a page asks of the history. */
final class HistoryRequests {
    private HistoryRequests() {}

    static List<List<Object>> answer(Request request, History history) {
        boolean output = request.flag("output", false);
        return chosen(request, history).stream()
                .map(entry -> told(entry, output))
                .toList();
    }

    private static List<Object> told(Entry entry, boolean withOutput) {
        String output = entry.output().isEmpty() ? null : entry.output();
        return List.of(
                entry.session(), entry.number(), withOutput ? Arrays.asList(entry.input(), output) : entry.input());
    }

    private static List<Entry> chosen(Request request, History history) {
        return switch (request.text("hist_access_type")) {
            case "range" ->
                history.range(request.number("session", 0), request.number("start", 0), request.number("stop", 0));
            case "search" ->
                history.search(
                        request.content().has("pattern") ? request.text("pattern") : "*",
                        request.flag("unique", false),
                        request.number("n", 0));
            default -> history.latest(request.number("n", 0));
        };
    }
}
