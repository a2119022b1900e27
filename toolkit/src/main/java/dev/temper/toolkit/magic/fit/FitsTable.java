package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.Estimate;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Interval;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lays laws out as rows, one for each parameter. */
final class FitsTable {
    private final StringColumn curve = StringColumn.create("curve");
    private final StringColumn form = StringColumn.create("form");
    private final StringColumn parameter = StringColumn.create("parameter");
    private final DoubleColumn value = DoubleColumn.create("value");
    private final DoubleColumn error = DoubleColumn.create("standard error");
    private final DoubleColumn lower = DoubleColumn.create("lower");
    private final DoubleColumn upper = DoubleColumn.create("upper");
    private final DoubleColumn level = DoubleColumn.create("level");
    private final StringColumn method = StringColumn.create("interval");
    private final StringColumn unit = StringColumn.create("unit");
    private final IntColumn runs = IntColumn.create("runs");
    private final IntColumn points = IntColumn.create("points");
    private final DoubleColumn objective = DoubleColumn.create("objective");
    private final StringColumn warnings = StringColumn.create("warnings");

    private FitsTable() {}

    static Table of(LawFits fits) {
        FitsTable rows = new FitsTable();
        fits.fits()
                .forEach((name, fit) ->
                        rows.add(name, fit, fits.stated(name), fits.request().level()));
        return Table.create(
                fits.request().formula().toString(),
                rows.curve,
                rows.form,
                rows.parameter,
                rows.value,
                rows.error,
                rows.lower,
                rows.upper,
                rows.level,
                rows.method,
                rows.unit,
                rows.runs,
                rows.points,
                rows.objective,
                rows.warnings);
    }

    private void add(String name, Fit fit, Stated stated, double share) {
        List<Estimate> estimates = fit.estimates(share);
        for (int i = 0; i < estimates.size(); i++) {
            Estimate estimate = estimates.get(i);
            Interval interval = stated.parameters().get(i).interval();
            curve.append(name);
            form.append(fit.form().key());
            parameter.append(estimate.parameter().name());
            value.append(estimate.value());
            error.append(estimate.standardError());
            lower.append(interval.lower());
            upper.append(interval.upper());
            method.append(stated.kind().key());
            level.append(share);
            unit.append(estimate.parameter().unit());
            runs.append(fit.runs());
            points.append(fit.points());
            objective.append(fit.convergence().objective());
            warnings.append(words(fit));
        }
    }

    static String words(Fit fit) {
        return fit.warnings().stream().map(FitWarning::sentence).collect(Collectors.joining("; "));
    }
}
