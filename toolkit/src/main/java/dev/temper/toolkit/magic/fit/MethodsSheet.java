package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Session;
import dev.temper.toolkit.law.Convergence;
import dev.temper.toolkit.law.Estimate;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Noise;
import dev.temper.toolkit.law.Weighting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a paper must say of fitted laws, by the checklist of the survey "(Mis)Fitting" (arXiv 2502.18969): form, loss, optimiser, starts,
 * data kept and left out, checkpoints, uncertainty, and what is needed to run it again.
 */
final class MethodsSheet {
    private final LawFits fits;
    private final FitRequest request;
    private final StringBuilder out = new StringBuilder();

    private MethodsSheet(LawFits fits) {
        this.fits = fits;
        this.request = fits.request();
    }

    static String of(LawFits fits) {
        MethodsSheet sheet = new MethodsSheet(fits);
        sheet.write();
        return sheet.out.toString().strip() + "\n";
    }

    private void write() {
        line("### How the laws of `" + request.formula() + "` were fitted");
        line("");
        line("```");
        line(request.call());
        line("```");
        line("");
        forms().forEach(form -> item(
                "Form",
                form.name() + ", $" + form.latex() + "$, where " + Words.variables(form, request.formula()) + "; "
                        + form.source()));
        if (!fits.comparisons().isEmpty()) {
            item(
                    "Choice of form",
                    "least error at the next larger budgets with a rolling origin, ties to the fewest parameters; "
                            + fits.fits().entrySet().stream()
                                    .map(each -> Words.prefixed(
                                            each.getKey(), each.getValue().choice()))
                                    .collect(Collectors.joining("; ")));
        }
        item("Loss", request.options().loss() + ", " + Words.scale(request) + weights());
        item("Bounds", bounds());
        item(
                "Optimiser",
                "starting points by variable projection over a grid of shapes; from each a search within the bounds by analytic"
                        + " gradients, in coordinates centred on the middle of the data; it has converged when one more undamped"
                        + " step is predicted to lower the objective by less than a relative 1e-13");
        item("Starts", each(fit -> starts(fit.convergence())));
        item("Data kept", each(fit -> fit.runs() + " rows at " + fit.points() + " distinct points"));
        item("Data left out", request.notes().isEmpty() ? "none" : String.join("; ", request.notes()));
        fits.failures().forEach((name, why) -> item("Not fitted", name + ": " + why));
        item(
                "Data hash",
                "SHA-256 `" + request.hash() + "` of the rows kept: columns "
                        + request.columns().stream()
                                .map(column -> "`" + column + "`")
                                .collect(Collectors.joining(", "))
                        + " between tabs, numbers as Java writes doubles, rows sorted, a line feed after each");
        item(
                "Checkpoints",
                request.cluster().isEmpty()
                        ? "every row counts as a run of its own: rows must not be several checkpoints of one run"
                        : "rows of the same `" + request.cluster() + "` share noise");
        item("Noise", each(fit -> noise(fit.noise())));
        item("Intervals", eachNamed(name -> said(fits.stated(name))));
        item(
                "Random numbers",
                "seed " + request.seed() + ", " + request.draws()
                        + " draws where draws are made: the same call gives the same numbers, whatever the number of threads");
        item("Versions", versions());
        line("");
        table();
    }

    private String weights() {
        String given = request.weights().isEmpty()
                ? ", all rows of equal weight"
                : ", weights from `" + request.weights() + "`";
        return request.options().weighting() == Weighting.SEEDS
                ? given + ", over the variance of the seeds at the same place"
                : given;
    }

    private String bounds() {
        String floor = "the value that curves level off at lies between "
                + Digits.plain(request.options().asymptoteLower()) + " and "
                + Digits.plain(request.options().asymptoteUpper());
        return floor + (request.options().falling() ? "; curves can only fall" : "; curves may rise or fall")
                + "; ended at a bound: " + each(fit -> ended(fit.convergence()));
    }

    private static String ended(Convergence convergence) {
        return convergence.atBounds().isEmpty() ? "none" : String.join(", ", convergence.atBounds());
    }

    private static String starts(Convergence convergence) {
        return convergence.starts() + " starts, " + convergence.converged() + " converged, "
                + (convergence.otherOptima().isEmpty()
                        ? "no other optimum found"
                        : convergence.otherOptima().size() + " other optima, the next at objective "
                                + Digits.plain(convergence.otherOptima().get(0)))
                + ", gradient cosine " + Digits.plain(convergence.gradient()) + ", condition number "
                + Digits.plain(convergence.conditionNumber());
    }

    private static String noise(Noise noise) {
        return "pure error " + Digits.plain(noise.pureError()) + " (" + noise.pureErrorDf() + " df), lack of fit "
                + Digits.plain(noise.lackOfFit()) + " (" + noise.lackOfFitDf() + " df)";
    }

    private static String versions() {
        return "Temper "
                + Optional.ofNullable(Session.class.getPackage().getImplementationVersion())
                        .orElse("of an unpacked build")
                + ", Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private List<LawForm> forms() {
        return fits.fits().values().stream().map(Fit::form).distinct().toList();
    }

    private static String said(Stated stated) {
        return stated.phrase() + (stated.notes().isEmpty() ? "" : " (" + String.join("; ", stated.notes()) + ")");
    }

    private String each(Function<Fit, String> said) {
        return eachNamed(name -> said.apply(fits.fit(name)));
    }

    /** What is said of each law; once where it is the same of all. */
    private String eachNamed(Function<String, String> said) {
        Map<String, String> all = new LinkedHashMap<>();
        fits.fits().keySet().forEach(name -> all.put(name, said.apply(name)));
        if (all.values().stream().distinct().count() == 1) {
            return all.values().iterator().next();
        }
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private void table() {
        String share = Digits.plain(100 * request.level()) + " %";
        line("| curve | form | parameter | value | standard error | lower " + share + " | upper " + share
                + " | objective | mind |");
        line("|---|---|---|---:|---:|---:|---:|---:|---|");
        fits.fits().forEach((name, fit) -> {
            List<Estimate> estimates = fit.estimates(request.level());
            for (int i = 0; i < estimates.size(); i++) {
                Estimate estimate = estimates.get(i);
                Interval interval = fits.stated(name).parameters().get(i).interval();
                line("| " + cell(name) + " | " + fit.form().key() + " | "
                        + cell(estimate.parameter().name()) + " | " + exact(estimate.value()) + " | "
                        + exact(estimate.standardError()) + " | "
                        + exact(interval.lower()) + " | "
                        + exact(interval.upper()) + " | "
                        + exact(fit.convergence().objective()) + " | " + cell(FitsTable.words(fit)) + " |");
            }
        });
    }

    /** Eight digits, so that another program can be held against them. */
    private static String exact(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.8g", value) : Digits.plain(value);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }

    private void item(String what, String said) {
        line("- **" + what + ":** " + said);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
