package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.choice.BackTest;
import dev.temper.toolkit.law.choice.Forecast;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What {@code %backtest} found, by the names of the curves. Immutable. */
public final class BackTests {
    private final FitRequest request;
    private final Map<String, BackTest> tests;

    BackTests(FitRequest request, Map<String, BackTest> tests) {
        this.request = request;
        this.tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    }

    FitRequest request() {
        return request;
    }

    /**
     * Gives all tests.
     *
     * @return by the names of the curves, in the order in which these first come in the table
     */
    public Map<String, BackTest> tests() {
        return tests;
    }

    /**
     * Gives one tidy table, a row for each form and each run that was held out.
     *
     * @return a fresh table
     */
    public Table table() {
        StringColumn curve = StringColumn.create("curve");
        StringColumn form = StringColumn.create("form");
        DoubleColumn actual = DoubleColumn.create("actual");
        DoubleColumn predicted = DoubleColumn.create("predicted");
        DoubleColumn lower = DoubleColumn.create("lower");
        DoubleColumn upper = DoubleColumn.create("upper");
        DoubleColumn error = DoubleColumn.create("relative error");
        BooleanColumn covered = BooleanColumn.create("covered");
        tests.forEach((name, test) -> {
            for (BackTest.Trial trial : test.trials()) {
                for (Forecast forecast : trial.forecasts()) {
                    curve.append(name);
                    form.append(trial.fit().form().key());
                    actual.append(forecast.actual());
                    predicted.append(forecast.predicted().estimate());
                    lower.append(forecast.predicted().lower());
                    upper.append(forecast.predicted().upper());
                    error.append(forecast.relativeError());
                    covered.append(forecast.covered());
                }
            }
        });
        return Table.create(
                "back-test of " + request.formula(), curve, form, actual, predicted, lower, upper, error, covered);
    }

    @Override
    public String toString() {
        return "back-test of " + request.formula();
    }
}
