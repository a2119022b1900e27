package dev.temper.toolkit.magic;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.Markup;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.utility.CurveFlag;
import dev.temper.toolkit.utility.Decision;
import dev.temper.toolkit.utility.DecisionRow;
import dev.temper.toolkit.utility.PointEstimate;
import dev.temper.toolkit.utility.RunRequest;
import dev.temper.toolkit.utility.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A decision as a table and a few sentences. */
final class DecisionView {
    private DecisionView() {}

    static MimeBundle of(Decision decision) {
        Grid grid = grid(decision);
        List<String> sentences = sentences(decision);
        String html = grid.html("gain over the control of the same budget and seed, nats per token; ± standard error, "
                        + "intervals at 95 %")
                + "<div style=\"font-size:13px;padding:6px 10px;line-height:1.5;\"><b>"
                + Markup.html(headline(decision)) + "</b>"
                + sentences.stream().map(DecisionView::paragraph).collect(Collectors.joining())
                + "</div>";
        return MimeBundle.of("text/html", html)
                .with("text/latex", grid.latex())
                .with("text/plain", grid.text() + "\n\n" + headline(decision) + "\n" + String.join("\n", sentences));
    }

    private static String headline(Decision decision) {
        String at = " at " + Shown.tokens(decision.target()) + " tokens";
        if (decision.verdict() instanceof Verdict.Recommend recommended) {
            return "Verdict: " + recommended.source() + at;
        }
        if (decision.verdict() instanceof Verdict.Tie tie) {
            return "Verdict: a tie between " + String.join(" and ", tie.sources()) + at;
        }
        return "Verdict: undecided" + at;
    }

    private static Grid grid(Decision decision) {
        String smallest = decision.points().isEmpty()
                ? "at the smallest budget"
                : "at " + Shown.tokens(decision.points().get(0).tokens());
        List<List<String>> rows =
                decision.rows().stream().map(DecisionView::row).toList();
        return new Grid(
                List.of(
                        Grid.Column.text("source"),
                        Grid.Column.number("point estimate " + smallest),
                        Grid.Column.number("curve at " + Shown.tokens(decision.target())),
                        Grid.Column.number("cost there"),
                        Grid.Column.number("P(best)"),
                        Grid.Column.text("mind")),
                rows);
    }

    private static List<String> row(DecisionRow row) {
        return List.of(
                row.source(),
                row.point().map(DecisionView::point).orElse("–"),
                row.gain().map(DecisionView::interval).orElse("–"),
                Shown.dollars(row.cost().total()),
                row.probabilityBest().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.3f", row.probabilityBest().getAsDouble())
                        : "–",
                row.flags().stream().sorted().map(flag -> flag(flag, row)).collect(Collectors.joining(", ")));
    }

    private static String point(PointEstimate point) {
        String error =
                Double.isNaN(point.standardError()) ? "" : String.format(Locale.ROOT, " ± %.3f", point.standardError());
        return String.format(Locale.ROOT, "%+.3f%s (rank %d)", point.gain(), error, point.rank());
    }

    private static String interval(Interval gain) {
        String ends = gain.bounded()
                ? String.format(Locale.ROOT, "%+.3f to %+.3f", gain.lower(), gain.upper())
                : "no interval";
        return String.format(Locale.ROOT, "%+.3f (%s)", gain.estimate(), ends);
    }

    private static String flag(CurveFlag flag, DecisionRow row) {
        return switch (flag) {
            case TURNED -> "its loss turned back within the runs";
            case REPEATED -> "extrapolated to " + Math.round(row.epochs()) + " epochs over its pool";
            case FAR -> "far beyond the runs";
        };
    }

    private static List<String> sentences(Decision decision) {
        List<String> sentences = new ArrayList<>();
        sentences.add(decision.summary());
        if (decision.verdict() instanceof Verdict.NotDecidable open
                && !open.buy().isEmpty()) {
            sentences.add("To decide, buy: " + shopping(open.buy()) + ".");
        }
        return sentences;
    }

    /** Runs that differ in their seed alone stand together. */
    private static String shopping(List<RunRequest> runs) {
        Map<String, List<String>> seeds = new LinkedHashMap<>();
        for (RunRequest run : runs) {
            seeds.computeIfAbsent(
                            String.format(Locale.ROOT, "%s at %,d tokens", run.source(), run.tokens()),
                            key -> new ArrayList<>())
                    .add(String.valueOf(run.seed()));
        }
        return seeds.entrySet().stream()
                .map(each -> each.getKey()
                        + (each.getValue().size() == 1 ? ", seed " : ", seeds ")
                        + String.join(", ", each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String paragraph(String sentence) {
        return "<div>" + Markup.html(sentence) + "</div>";
    }
}
