package dev.temper.toolkit.results;

import dev.temper.toolkit.anneal.Anneal;
import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.Study;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lays a sweep's runs out as rows. */
final class TidyTable {
    private final StringColumn run = StringColumn.create(Columns.RUN);
    private final StringColumn source = StringColumn.create(Columns.SOURCE);
    private final LongColumn budget = LongColumn.create(Columns.BUDGET);
    private final LongColumn sourceTokens = LongColumn.create(Columns.SOURCE_TOKENS);
    private final DoubleColumn epochs = DoubleColumn.create(Columns.EPOCHS);
    private final LongColumn seed = LongColumn.create(Columns.SEED);
    private final StringColumn metric = StringColumn.create(Columns.METRIC);
    private final StringColumn domain = StringColumn.create(Columns.DOMAIN);
    private final DoubleColumn value = DoubleColumn.create(Columns.VALUE);
    private final DoubleColumn flop = DoubleColumn.create(Columns.FLOP);
    private final DoubleColumn seconds = DoubleColumn.create(Columns.SECONDS);
    private final DoubleColumn cost = DoubleColumn.create(Columns.COST);
    private final StringColumn state = StringColumn.create(Columns.STATE);

    private TidyTable() {}

    static Table of(SweepResults results) {
        TidyTable rows = new TidyTable();
        Study study = results.study();
        for (RunResult result : results.runs()) {
            List<Measurement> measurements = result.measurements();
            for (Measurement measurement : measurements) {
                rows.add(study, result, measurement.metric(), measurement.domain(), measurement.value());
            }
            if (measurements.isEmpty()) {
                for (String missing : study.evaluation().domains()) {
                    rows.add(study, result, Measurement.LOSS, missing, Double.NaN);
                }
            }
        }
        return rows.table(results.study().name());
    }

    private void add(Study study, RunResult result, String metricName, String domainName, double measured) {
        Anneal anneal = result.run().anneal();
        run.append(result.run().id());
        source.append(anneal.source());
        budget.append(anneal.tokenBudget());
        sourceTokens.append(anneal.sourceTokens());
        epochs.append(study.epochs(anneal.source(), anneal.tokenBudget()));
        seed.append(anneal.seed());
        metric.append(metricName);
        domain.append(domainName);
        value.append(measured);
        flop.append(study.flop(anneal.tokenBudget()));
        seconds.append(result.seconds());
        cost.append(study.cost(anneal.source(), anneal.tokenBudget()).total().doubleValue());
        state.append(result.state().name().toLowerCase(Locale.ROOT));
    }

    private Table table(String name) {
        return Table.create(
                name,
                run,
                source,
                budget,
                sourceTokens,
                epochs,
                seed,
                metric,
                domain,
                value,
                flop,
                seconds,
                cost,
                state);
    }
}
