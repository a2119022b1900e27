package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a {@link CurvesPlot} shows, in one line, for those who cannot see it or who read the notebook as text. */
final class CurvesSummary {

    private static final int DIGITS = 4;
    private static final int MOST_NAMED = 6;

    private record Standing(String name, double x, double value) {}

    private final CurvesPlot plot;

    private CurvesSummary(CurvesPlot plot) {
        this.plot = plot;
    }

    static String of(CurvesPlot plot) {
        return new CurvesSummary(plot)
                .text()
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        int count = plot.sources().size();
        sentences.add(plot.title() + ": " + plot.y().label() + " against "
                + plot.x().label() + ", " + count + (count == 1 ? " source." : " sources."));
        List<Standing> first = standings(true);
        List<Standing> last = standings(false);
        if (!first.isEmpty()) {
            sentences.add(
                    "Measured at the smallest budget (" + places(first) + "), best first: " + listed(first) + ".");
            if (!places(first).equals(places(last))) {
                sentences.add("At the largest (" + places(last) + "): " + listed(last) + compared(first, last) + ".");
            }
        }
        curves().ifPresent(sentences::add);
        plot.crossings().forEach(crossing -> sentences.add("Crossing: " + crossing.text(plot.x()) + "."));
        long missing = plot.sources().stream()
                .flatMap(source -> source.runs().stream())
                .filter(run -> !run.drawable())
                .count();
        if (missing > 0) {
            sentences.add(
                    missing + (missing == 1 ? " run mean is not a number and is" : " run means are not numbers and are")
                            + " not drawn.");
        }
        return String.join(" ", sentences);
    }

    private List<Standing> standings(boolean smallest) {
        List<Standing> standings = new ArrayList<>();
        for (SourceSeries source : plot.sources()) {
            List<RunMean> runs = source.drawableRuns();
            if (!runs.isEmpty()) {
                RunMean run = runs.get(smallest ? 0 : runs.size() - 1);
                standings.add(new Standing(source.name(), run.x(), run.mean()));
            }
        }
        return ranked(standings);
    }

    /** Ranks the curves at the last marked line that all of them reach, or else where the shortest ends. */
    private Optional<String> curves() {
        List<SourceSeries> fitted = plot.sources().stream()
                .filter(source -> !source.curve().isEmpty())
                .toList();
        OptionalDouble shortest = fitted.stream()
                .mapToDouble(
                        source -> source.curve().get(source.curve().size() - 1).x())
                .min();
        if (shortest.isEmpty()) {
            return Optional.empty();
        }
        double end = shortest.getAsDouble();
        double at = plot.lines().stream()
                .mapToDouble(VerticalLine::x)
                .filter(x -> x <= end)
                .max()
                .orElse(end);
        List<Standing> standings = new ArrayList<>();
        fitted.forEach(source -> source.curveAt(at)
                .ifPresent(point -> standings.add(new Standing(source.name(), at, point.estimate()))));
        if (standings.isEmpty()) {
            return Optional.empty();
        }
        boolean beyond = fitted.stream().anyMatch(source -> source.fittedUpTo() < at);
        return Optional.of("Curves at " + plot.x().format(at) + (beyond ? ", beyond the fitted runs: " : ": ")
                + listed(ranked(standings)) + ".");
    }

    private List<Standing> ranked(List<Standing> standings) {
        Comparator<Standing> rising = Comparator.comparingDouble(Standing::value);
        return standings.stream()
                .sorted(plot.y().better() == YAxis.Better.LOWER ? rising : rising.reversed())
                .toList();
    }

    private String places(List<Standing> standings) {
        String from = plot.x()
                .format(standings.stream().mapToDouble(Standing::x).min().orElseThrow());
        String to = plot.x()
                .format(standings.stream().mapToDouble(Standing::x).max().orElseThrow());
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String listed(List<Standing> standings) {
        String named = standings.stream()
                .limit(MOST_NAMED)
                .map(standing -> standing.name + " " + Numbers.significant(standing.value, DIGITS))
                .collect(Collectors.joining(", "));
        int more = standings.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String compared(List<Standing> first, List<Standing> last) {
        List<String> before = first.stream().map(Standing::name).toList();
        List<String> after = last.stream().map(Standing::name).toList();
        if (before.size() < 2) {
            return "";
        }
        List<String> reversed = new ArrayList<>(before);
        Collections.reverse(reversed);
        return after.equals(before)
                ? "; the order is the same"
                : after.equals(reversed) ? "; the order is reversed" : "; the order is another";
    }
}
