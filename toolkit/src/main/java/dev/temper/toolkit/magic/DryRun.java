package dev.temper.toolkit.magic;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.anneal.Anneal;
import dev.temper.toolkit.anneal.Run;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.anneal.Sweep;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What a sweep would run and cost. */
final class DryRun {
    private DryRun() {}

    static MimeBundle of(Study study) {
        Sweep sweep = study.sweep();
        List<List<String>> rows =
                sweep.runs().stream().map(run -> row(study, run)).toList();
        double flop = sweep.runs().stream()
                .mapToDouble(run -> study.flop(run.anneal().tokenBudget()))
                .sum();
        BigDecimal cost = sweep.runs().stream()
                .map(run -> study.costs().compute().of(study.flop(run.anneal().tokenBudget())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal text = study.sources().stream()
                .map(source -> study.cost(
                                source.name(),
                                study.budgets().get(study.budgets().size() - 1))
                        .curation())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String note = String.format(
                Locale.ROOT,
                "%d runs, %,d tokens, %s FLOP; training %s, and %s for each source's text once, at the largest budget. "
                        + "Before them the stage-1 checkpoint %s: %,d tokens, %s FLOP, unless it is there. "
                        + "The cost of a row is its own text and training.",
                sweep.runs().size(),
                sweep.tokens(),
                Shown.flop(flop),
                Shown.dollars(cost),
                Shown.dollars(text),
                sweep.checkpointId(),
                sweep.checkpoint().tokenBudget(),
                Shown.flop(study.flop(sweep.checkpoint().tokenBudget())));
        return new Grid(
                        List.of(
                                Grid.Column.text("run"),
                                Grid.Column.text("source"),
                                Grid.Column.number("tokens"),
                                Grid.Column.number("source tokens"),
                                Grid.Column.number("epochs"),
                                Grid.Column.number("seed"),
                                Grid.Column.number("FLOP"),
                                Grid.Column.number("cost")),
                        rows)
                .bundle(note);
    }

    private static List<String> row(Study study, Run run) {
        Anneal anneal = run.anneal();
        return List.of(
                run.id(),
                anneal.source(),
                String.format(Locale.ROOT, "%,d", anneal.tokenBudget()),
                String.format(Locale.ROOT, "%,d", anneal.sourceTokens()),
                Shown.epochs(study.epochs(anneal.source(), anneal.tokenBudget())),
                String.valueOf(anneal.seed()),
                Shown.flop(study.flop(anneal.tokenBudget())),
                Shown.dollars(study.cost(anneal.source(), anneal.tokenBudget()).total()));
    }
}
