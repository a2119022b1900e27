package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Spelling;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Variable;
import dev.temper.toolkit.law.Weighting;
import dev.temper.toolkit.law.form.LawForms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.table.Relation;

/**
 * What is to be fitted and how, with all its faults found.
 *
 * @param call the command line
 * @param frame the name of the table
 * @param formula the columns
 * @param forms the forms to fit, at least one
 * @param options how
 * @param level of the intervals
 * @param interval how they are made, or empty for the way that suits the fit
 * @param draws how many draws a bootstrap makes
 * @param seed of the random numbers
 * @param weights the column of the weights, or empty
 * @param cluster the column that says which rows share noise, or empty
 * @param at where to foretell, a number for each variable, or empty
 * @param curves what is fitted, by the names of the curves
 * @param notes which rows were left out and why, a phrase each
 * @param hash the SHA-256 of the rows that are fitted
 */
record FitRequest(
        String call,
        String frame,
        Formula formula,
        List<LawForm> forms,
        FitOptions options,
        double level,
        String interval,
        int draws,
        long seed,
        String weights,
        String cluster,
        List<Double> at,
        Map<String, Observations> curves,
        List<String> notes,
        String hash) {
    private static final int LEAST_DRAWS = 20;
    private static final String LOG = "log";
    private static final String NATURAL = "natural";

    /** The options that {@code %fit} and {@code %backtest} share. */
    static Usage options(Usage usage) {
        return usage.with(Argument.optional("frame", ValueType.TEXT, "the variable that holds the table"))
                .with(Argument.repeated("formula", ValueType.TEXT, Formula.SHAPE + "; names with spaces in quotes"))
                .with(Option.choice(
                                "loss",
                                "what residuals cost; huber bends at 1.345 deviations by the median, huber-hoffmann at 1e-3",
                                LossName.words())
                        .fallback("squares"))
                .with(Option.of("level", ValueType.DECIMAL, "of the intervals").fallback("0.95"))
                .with(Option.choice(
                        "scale",
                        "compare by logarithms, or by plain differences; by default logarithms where all values are positive",
                        LOG,
                        NATURAL))
                .with(Option.of(
                        "weights",
                        ValueType.TEXT,
                        "the column of one over the variance of each value, or for binomial of the number of items"))
                .with(Option.flag("seed-weights", "weighs points by one over the variance of their seeds"))
                .with(Option.of(
                        "where",
                        ValueType.TEXT,
                        "the rows to fit, such as \"size > 1e8 and split = 'val'\" or \"loss is present\""))
                .with(Option.flag("drop-missing", "leaves rows out that lack a number"));
    }

    static FitRequest of(Invocation invocation, Usage usage, Session session, String formOption) {
        Options options = invocation.options(usage);
        List<String> faults = new ArrayList<>();
        double level = options.decimal("level");
        if (!(level > 0 && level < 1)) {
            faults.add("--level must be between 0 and 1, but is " + level);
        }
        Optional<Relation> table = Frames.find(options, session, faults);
        Optional<Formula> formula = Formula.read(
                options.texts("formula"), table.map(Relation::columnNames).orElse(List.of()), faults);
        List<LawForm> forms =
                forms(options.has(formOption) ? options.text(formOption) : "", formOption, formula, faults);
        List<Double> at =
                usage.options().stream().anyMatch(option -> option.name().equals("at")) && options.has("at")
                        ? places(options.text("at"), formula, forms, faults)
                        : List.of();
        if (table.isEmpty() || formula.isEmpty()) {
            throw complaint(faults, usage);
        }
        String weights = given(usage, options, "weights");
        String cluster = given(usage, options, "cluster");
        int draws = counted(usage, "draws") ? (int) Math.min(Integer.MAX_VALUE, options.integer("draws")) : 0;
        if (counted(usage, "draws") && draws < LEAST_DRAWS) {
            faults.add("--draws must be at least " + LEAST_DRAWS + ", but is " + draws);
        }
        IntPredicate where =
                options.has("where") ? Condition.read(options.text("where"), table.get(), faults) : row -> true;
        Rows rows = new Rows(table.get(), where, options.flag("drop-missing"), faults);
        LossName loss = LossName.of(options.text("loss"));
        ErrorScale scale = loss == LossName.BINOMIAL
                ? ErrorScale.NATURAL
                : scale(options, table.get(), formula.get().value(), rows);
        if (loss == LossName.BINOMIAL) {
            accuracies(options, rows, formula.get(), faults);
        } else {
            rows.values(formula.get().value(), scale);
        }
        check(rows, formula.get(), forms, weights);
        if (!cluster.isEmpty()) {
            rows.labels(cluster);
        }
        if (!faults.isEmpty()) {
            throw complaint(faults, usage);
        }
        List<Integer> kept = rows.kept();
        if (kept.isEmpty()) {
            throw complaint(List.of("at least one row must be fitted, but none is complete"), usage);
        }
        return new FitRequest(
                "%" + invocation.name() + " " + invocation.arguments().strip(),
                options.text("frame"),
                formula.get(),
                forms,
                fitOptions(loss, scale).withWeighting(options.flag("seed-weights") ? Weighting.SEEDS : Weighting.GIVEN),
                level,
                given(usage, options, "interval"),
                draws,
                counted(usage, "seed") ? options.integer("seed") : 0,
                weights,
                cluster,
                at,
                new Curves(table.get(), formula.get(), weights, cluster).of(kept),
                rows.notes(),
                DataHash.of(table.get(), columns(formula.get(), weights, cluster), kept));
    }

    /** The columns that were used, in the order of the call. */
    List<String> columns() {
        return columns(formula, weights, cluster);
    }

    private static List<String> columns(Formula formula, String weights, String cluster) {
        return Stream.concat(
                        formula.columns().stream(), Stream.of(weights, cluster).filter(name -> !name.isEmpty()))
                .toList();
    }

    private static FitOptions fitOptions(LossName loss, ErrorScale scale) {
        if (loss == LossName.BINOMIAL) {
            return FitOptions.accuracies();
        }
        return (scale == ErrorScale.LOG ? FitOptions.losses() : FitOptions.gains()).withLoss(loss.loss());
    }

    private static void accuracies(Options options, Rows rows, Formula formula, List<String> faults) {
        if (!options.has("weights")) {
            faults.add("--loss binomial must have --weights COLUMN with the number of items behind each accuracy");
        }
        if (options.has("scale") && options.text("scale").equals(LOG)) {
            faults.add("--loss binomial must have --scale natural, but has log");
        }
        rows.numbers(formula.value(), Variable.Domain.SHARE);
    }

    private static boolean counted(Usage usage, String option) {
        return usage.options().stream().anyMatch(each -> each.name().equals(option));
    }

    /** What was typed for an option; empty when it was not, or the magic has none of that name. */
    private static String given(Usage usage, Options options, String option) {
        return counted(usage, option) && options.has(option) ? options.text(option) : "";
    }

    private static MagicException complaint(List<String> faults, Usage usage) {
        List<String> lines = new ArrayList<>(faults);
        lines.add("Usage: %help " + usage.name());
        return new MagicException(lines);
    }

    private static void check(Rows rows, Formula formula, List<LawForm> forms, String weights) {
        for (int v = 0; v < formula.variables().size(); v++) {
            int variable = v;
            String column = formula.variables().get(v);
            forms.stream()
                    .map(form -> form.variables().get(variable).domain())
                    .distinct()
                    .forEach(domain -> rows.numbers(column, domain));
            if (forms.isEmpty()) {
                rows.numbers(column, number -> true, "a number");
            }
        }
        formula.by().forEach(rows::labels);
        if (!weights.isEmpty()) {
            rows.numbers(weights, weight -> weight > 0 && Double.isFinite(weight), "positive and finite");
        }
    }

    private static ErrorScale scale(Options options, Relation table, String value, Rows rows) {
        if (options.has("scale")) {
            return options.text("scale").equals(LOG) ? ErrorScale.LOG : ErrorScale.NATURAL;
        }
        boolean positive =
                !(table.columnNames().contains(value) && table.column(value) instanceof NumericColumn<?> numbers)
                        || rows.kept().stream().allMatch(row -> numbers.isMissing(row) || numbers.getDouble(row) > 0);
        return positive ? ErrorScale.LOG : ErrorScale.NATURAL;
    }

    /** The forms named, or the first that takes as many variables as the formula has. */
    private static List<LawForm> forms(String typed, String option, Optional<Formula> formula, List<String> faults) {
        List<LawForm> forms = new ArrayList<>();
        if (typed.isEmpty()) {
            formula.ifPresent(f -> forms.addAll(Defaults.forms(f, option, faults)));
            return forms;
        }
        for (String key : typed.split(",", -1)) {
            List<String> keys = LawForms.ALL.stream().map(LawForm::key).toList();
            if (!keys.contains(key.strip())) {
                faults.add(Spelling.unknown("form", key.strip(), keys));
            } else {
                formula.ifPresent(f -> named(key.strip(), f, forms, faults));
            }
        }
        return forms;
    }

    private static void named(String key, Formula formula, List<LawForm> forms, List<String> faults) {
        try {
            forms.add(LawForms.named(key, formula.variables()));
        } catch (IllegalArgumentException e) {
            faults.add("form " + key + ": " + e.getMessage());
        }
    }

    private static List<Double> places(
            String typed, Optional<Formula> formula, List<LawForm> forms, List<String> faults) {
        List<Optional<Double>> numbers =
                Arrays.stream(typed.split(",", -1)).map(Amount::read).toList();
        int wanted = formula.map(f -> f.variables().size()).orElse(numbers.size());
        boolean fits = numbers.size() == wanted
                && numbers.stream().allMatch(Optional::isPresent)
                && forms.stream().allMatch(form -> holds(form, numbers));
        if (!fits) {
            faults.add("--at must be a number for each variable"
                    + formula.map(f -> ", " + String.join(",", f.variables())).orElse("")
                    + ", such as 1.3B, within what the form allows, but is " + typed);
            return List.of();
        }
        return numbers.stream().map(Optional::orElseThrow).toList();
    }

    private static boolean holds(LawForm form, List<Optional<Double>> numbers) {
        for (int v = 0; v < numbers.size(); v++) {
            if (!form.variables().get(v).domain().holds(numbers.get(v).orElse(Double.NaN))) {
                return false;
            }
        }
        return true;
    }
}
