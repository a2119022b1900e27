package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.Markup;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.chart.Chart;
import dev.temper.toolkit.law.Estimate;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.interval.IntervalKind;
import dev.temper.toolkit.law.interval.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Laws as a table, what to mind in words, and the picture. */
final class FitsView {
    private FitsView() {}

    static MimeBundle of(LawFits fits) {
        FitRequest request = fits.request();
        List<String> lines = new ArrayList<>();
        fits.fits().values().stream()
                .map(Fit::form)
                .distinct()
                .map(form -> Words.form(form, request.formula()))
                .forEach(lines::add);
        fits.failures().forEach((name, why) -> lines.add("no law of " + name + ": " + why));
        request.notes().stream().map(note -> "rows: " + note).forEach(lines::add);
        String first = fits.fits().keySet().iterator().next();
        String note = Words.fitted(request, fits.stated(first));
        Grid grid = request.formula().by().isEmpty()
                ? parameters(
                        fits.fit(),
                        fits.stated(first).parameters().stream()
                                .map(Statement::interval)
                                .toList())
                : curves(fits);
        List<String> minds =
                request.formula().by().isEmpty() ? about(fits.fit(), fits.stated(first), request) : List.of();
        List<Grid> grids = new ArrayList<>(List.of(grid));
        if (!fits.comparisons().isEmpty()) {
            grids.add(ComparisonView.grid(fits.comparisons()));
            fits.fits().forEach((name, fit) -> lines.add(Words.prefixed(name, fit.choice())));
        }
        fits.fits().keySet().stream()
                .map(fits::stated)
                .flatMap(each -> each.notes().stream())
                .distinct()
                .forEach(said -> lines.add("intervals: " + said));
        lines.addAll(minds);
        if (minds.isEmpty()) {
            lines.addAll(warnings(fits));
        }
        return bundle(grids, note, lines, fits.chart());
    }

    static MimeBundle of(Fit fit) {
        List<String> lines =
                new ArrayList<>(List.of(fit.form().name() + ", " + fit.form().formula()));
        lines.addAll(about(fit));
        return bundle(
                List.of(parameters(
                        fit,
                        fit.estimates(0.95).stream().map(Estimate::interval).toList())),
                Words.method(fit, 0.95),
                lines);
    }

    /** Each warning once, with the curves that it is of. */
    private static List<String> warnings(LawFits fits) {
        List<String> lines = new ArrayList<>();
        for (FitWarning warning : FitWarning.values()) {
            List<String> names = fits.fits().entrySet().stream()
                    .filter(entry -> entry.getValue().warnings().contains(warning))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!names.isEmpty()) {
                lines.add("mind: " + warning.sentence()
                        + (names.size() == fits.fits().size() ? " (all)" : " (" + String.join("; ", names) + ")"));
            }
        }
        return lines;
    }

    private static List<String> about(Fit fit, Stated stated, FitRequest request) {
        List<String> lines = about(fit);
        if (!request.at().isEmpty()) {
            lines.add("at " + Words.place(request) + ": " + forecast(stated, request) + ", "
                    + Words.beyond(fit, request));
        }
        return lines;
    }

    private static List<String> about(Fit fit) {
        List<String> lines = new ArrayList<>();
        lines.add(fit.runs() + " runs at " + fit.points() + " points, objective "
                + Digits.plain(fit.convergence().objective()) + ", root mean square "
                + Digits.plain(Math.sqrt(fit.noise().meanSquare())) + " with " + fit.degreesOfFreedom()
                + " degrees of freedom");
        String warnings = FitsTable.words(fit);
        if (!warnings.isEmpty()) {
            lines.add("mind: " + warnings);
        }
        return lines;
    }

    private static Grid parameters(Fit fit, List<Interval> intervals) {
        List<Estimate> estimates = fit.estimates(intervals.get(0).level());
        return new Grid(
                List.of(
                        Grid.Column.text("parameter"),
                        Grid.Column.number("value"),
                        Grid.Column.number("interval"),
                        Grid.Column.text("unit"),
                        Grid.Column.text("meaning")),
                IntStream.range(0, estimates.size())
                        .mapToObj(i -> List.of(
                                estimates.get(i).parameter().name(),
                                Digits.withError(
                                        estimates.get(i).value(),
                                        estimates.get(i).standardError()),
                                range(intervals.get(i)),
                                estimates.get(i).parameter().unit(),
                                estimates.get(i).parameter().meaning()))
                        .toList());
    }

    /** A row for each curve, a column for each name of a parameter. */
    private static Grid curves(LawFits fits) {
        FitRequest request = fits.request();
        List<String> names = fits.fits().values().stream()
                .flatMap(fit -> fit.form().parameters().stream())
                .map(parameter -> parameter.name())
                .distinct()
                .toList();
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(Grid.Column.text(
                request.formula().by().isEmpty()
                        ? ""
                        : String.join(", ", request.formula().by())));
        boolean oneForm =
                fits.fits().values().stream().map(Fit::form).distinct().count() == 1;
        if (!oneForm) {
            columns.add(Grid.Column.text("form"));
        }
        names.forEach(name -> columns.add(Grid.Column.number(name)));
        columns.add(Grid.Column.number("runs"));
        columns.add(Grid.Column.number("objective"));
        if (!request.at().isEmpty()) {
            columns.add(Grid.Column.number("at " + Words.place(request)));
        }
        List<List<String>> rows = new ArrayList<>();
        fits.fits().forEach((name, fit) -> {
            List<String> row = new ArrayList<>(List.of(name));
            if (!oneForm) {
                row.add(fit.form().key());
            }
            List<Estimate> estimates = fit.estimates(request.level());
            Stated stated = fits.stated(name);
            names.forEach(parameter -> row.add(IntStream.range(0, estimates.size())
                    .filter(i -> estimates.get(i).parameter().name().equals(parameter))
                    .mapToObj(i -> shown(stated, estimates.get(i), i))
                    .findFirst()
                    .orElse("–")));
            row.add(String.valueOf(fit.runs()));
            row.add(Digits.plain(fit.convergence().objective()));
            if (!request.at().isEmpty()) {
                row.add(forecast(stated, request));
            }
            rows.add(row);
        });
        return new Grid(columns, rows);
    }

    /** With its standard error where the interval is even about it; else with its ends. */
    private static String shown(Stated stated, Estimate estimate, int parameter) {
        return stated.kind() == IntervalKind.Formula.DELTA
                ? Digits.withError(estimate.value(), estimate.standardError())
                : Digits.plain(estimate.value()) + " ("
                        + range(stated.parameters().get(parameter).interval()) + ")";
    }

    /** Where the law lies there. */
    private static String forecast(Stated stated, FitRequest request) {
        Interval at = stated.at(request.at().stream().mapToDouble(each -> each).toArray());
        return Digits.plain(at.estimate()) + " (" + range(at) + ")";
    }

    private static String range(Interval interval) {
        return Digits.range(interval.lower(), interval.upper());
    }

    static MimeBundle bundle(List<Grid> grids, String note, List<String> lines) {
        return MimeBundle.of(MimeBundle.HTML, html(grids, note, lines))
                .with("text/latex", grids.stream().map(Grid::latex).collect(Collectors.joining("\n\n")))
                .with(
                        MimeBundle.TEXT,
                        grids.stream().map(Grid::text).collect(Collectors.joining("\n\n")) + "\n" + note + "\n"
                                + String.join("\n", lines));
    }

    /** The picture is an image of its own within the page, so that its dark colours are not those of the page's other pictures. */
    private static MimeBundle bundle(List<Grid> grids, String note, List<String> lines, Chart chart) {
        MimeBundle table = bundle(grids, note, lines);
        String image = Base64.getEncoder().encodeToString(chart.svg().getBytes(StandardCharsets.UTF_8));
        return table.with(
                        MimeBundle.HTML,
                        html(grids, note, lines) + "<img width=\"" + chart.width() + "\" height=\"" + chart.height()
                                + "\" alt=\"" + Markup.html(chart.summary()) + "\" src=\"data:image/svg+xml;base64,"
                                + image + "\">")
                .with(MimeBundle.TEXT, table.text() + "\n" + chart.summary());
    }

    private static String html(List<Grid> grids, String note, List<String> lines) {
        return IntStream.range(0, grids.size())
                        .mapToObj(i -> grids.get(i).html(i == 0 ? note : ""))
                        .collect(Collectors.joining())
                + "<div style=\"font-size:13px;padding:6px 10px;line-height:1.5;\">"
                + lines.stream().map(Markup::html).collect(Collectors.joining("<br>"))
                + "</div>";
    }
}
