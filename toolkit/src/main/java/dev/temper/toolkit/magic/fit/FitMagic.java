package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Typing;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.choice.Comparison;
import dev.temper.toolkit.law.interval.Intervals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits scaling laws to any table. */
public final class FitMagic implements Magic {
    private static final Usage USAGE = FitRequest.options(Usage.line(
                    "fit",
                    "Fits a scaling law to the rows of a table, one for each value of the columns after 'by', with intervals, what to mind,"
                            + " and a picture."))
            .with(Option.of(
                    "form",
                    ValueType.TEXT,
                    "the form; of several with commas the one that foretells larger budgets best; by default power, or chinchilla for"
                            + " two variables"))
            .with(Option.choice(
                    "interval", "how intervals are made; by default the way that suits the fit", IntervalName.words()))
            .with(Option.of("draws", ValueType.COUNT, "how many draws a bootstrap makes")
                    .fallback(String.valueOf(Intervals.DRAWS)))
            .with(Option.of("seed", ValueType.INTEGER, "of the random draws").fallback("20406"))
            .with(Option.of(
                    "cluster",
                    ValueType.TEXT,
                    "the column that says which rows share noise, such as the checkpoints of one run"))
            .with(Option.of("at", ValueType.TEXT, "foretells a run there: a number for each variable, such as 1.3B"))
            .with(Option.flag("forms", "lists the forms with their formulas and sources"))
            .example("%fit --forms")
            .example("%fit runs loss ~ tokens by source")
            .example("var fits = %fit runs loss ~ tokens by source, size --form power,shifted --at 1.3B");

    /** Makes the magic. */
    public FitMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<String> words(Typing typing) {
        return Completions.of(typing);
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        if (invocation.options(USAGE).flag("forms")) {
            return FormsList.bundle();
        }
        FitRequest request = FitRequest.of(invocation, USAGE, session, "form");
        Map<String, Fit> fits = new LinkedHashMap<>();
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        Map<String, String> failures = new LinkedHashMap<>();
        request.curves().forEach((name, data) -> {
            try {
                fits.put(name, fit(name, data, request, comparisons));
            } catch (FitException e) {
                failures.put(name, String.valueOf(e.getMessage()));
            }
        });
        if (fits.isEmpty()) {
            throw new MagicException(failures.entrySet().stream()
                    .map(failure -> Words.prefixed(failure.getKey(), failure.getValue()))
                    .toList());
        }
        return new LawFits(request, fits, comparisons, failures);
    }

    private static Fit fit(String name, Observations data, FitRequest request, Map<String, Comparison> comparisons) {
        if (request.forms().size() == 1) {
            return Fitting.fit(request.forms().get(0), data, request.options());
        }
        Comparison comparison = Comparison.of(request.forms(), data, request.options());
        comparisons.put(name, comparison);
        return comparison.best();
    }
}
