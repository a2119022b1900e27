package dev.temper.toolkit.magic;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.Markup;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.anneal.Anneal;
import dev.temper.toolkit.anneal.Evaluation;
import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.launch.SweepStatus;
import dev.temper.toolkit.results.RunResult;
import dev.temper.toolkit.results.SweepResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A sweep on its way: one display that is replaced until it stands, static, in the saved notebook. */
final class ProgressView {
    private static final int BAR = 40;

    private ProgressView() {}

    static MimeBundle of(SweepStatus status, SweepResults results, String ending) {
        long done = status.count(RunState.DONE);
        long failed = status.count(RunState.FAILED);
        int all = status.states().size();
        String headline = headline(status, done, failed, all, ending);
        Grid losses = losses(results);
        String html = "<div style=\"font-size:13px;padding:4px 10px;\"><b>"
                + Markup.html(results.study().name()) + "</b> " + Markup.html(headline) + "</div>"
                + (status.isFinished() || !ending.isEmpty()
                        ? ""
                        : "<progress style=\"width:420px;margin:2px 10px;\" value=\"" + (done + failed) + "\" max=\""
                                + all + "\"></progress>")
                + losses.html(note(results))
                + failures(results);
        int filled = all == 0 ? BAR : (int) (BAR * (done + failed) / all);
        String plain = "[" + "=".repeat(filled) + " ".repeat(BAR - filled) + "] "
                + results.study().name() + " " + headline + "\n" + losses.text();
        return MimeBundle.of("text/html", html).with("text/plain", plain);
    }

    private static String headline(SweepStatus status, long done, long failed, int all, String ending) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%d of %d runs done", done, all));
        if (failed > 0) {
            line.append(", ").append(failed).append(" failed");
        }
        if (!ending.isEmpty()) {
            return line.append(", ").append(ending).toString();
        }
        if (status.isFinished()) {
            return line.append(", ")
                    .append(String.format(
                            Locale.ROOT, "%,d tokens", status.sweep().tokens()))
                    .toString();
        }
        if (status.checkpoint() != RunState.DONE) {
            line.append(", stage-1 checkpoint ")
                    .append(status.checkpoint() == RunState.RUNNING ? "training" : "waiting");
        } else {
            line.append(", ").append(status.count(RunState.RUNNING)).append(" running");
        }
        OptionalDouble left = status.secondsLeft();
        if (left.isPresent()) {
            line.append(", about ").append(Shown.duration(left.getAsDouble())).append(" left");
        }
        return line.toString();
    }

    /** Mean domain loss over the seeds that are done: a row for each source, a column for each budget. */
    private static Grid losses(SweepResults results) {
        Study study = results.study();
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.Column.text("source")));
        study.budgets().forEach(budget -> columns.add(Grid.Column.number(Shown.tokens(budget))));
        List<List<String>> rows = Stream.concat(
                        Stream.of(Anneal.CONTROL), study.sources().stream().map(source -> source.name()))
                .map(source -> Stream.concat(
                                Stream.of(source),
                                study.budgets().stream().map(budget -> Shown.loss(mean(results, source, budget))))
                        .toList())
                .toList();
        return new Grid(columns, rows);
    }

    private static double mean(SweepResults results, String source, long budget) {
        return results.runs().stream()
                .filter(run -> run.run().anneal().source().equals(source)
                        && run.run().anneal().tokenBudget() == budget)
                .flatMap(run ->
                        run.value(Measurement.LOSS, Evaluation.DOMAIN).stream().boxed())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static String note(SweepResults results) {
        return "domain loss, nats per token, mean over the seeds done (of "
                + results.study().seeds().size() + ") by token budget";
    }

    private static String failures(SweepResults results) {
        StringBuilder html = new StringBuilder();
        for (RunResult run : results.runs()) {
            if (run.state() == RunState.FAILED) {
                html.append("<div style=\"font-size:12px;padding:2px 10px;color:#c0392b;\">run ")
                        .append(Markup.html(run.run().id()))
                        .append(" failed: ")
                        .append(Markup.html(run.reason()))
                        .append("</div>");
            }
        }
        return html.toString();
    }
}
