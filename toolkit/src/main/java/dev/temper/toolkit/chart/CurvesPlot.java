package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Point estimates beside full curves: the utility of several data sources against what is spent.
 *
 * @param title what the chart is of
 * @param x what is spent
 * @param y what a source is judged by
 * @param sources the sources; their order gives each its colour and mark
 * @param crossings where the order of two sources changes
 * @param lines other places to mark, such as the target
 * @param notes what the error bars and bands are
 */
public record CurvesPlot(
        String title,
        HorizontalAxis x,
        YAxis y,
        List<SourceSeries> sources,
        List<CrossingMark> crossings,
        List<VerticalLine> lines,
        Notes notes) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    /**
     * Copies the lists and checks all that they hold.
     *
     * @throws IllegalArgumentException naming every fault, where an x cannot stand on a logarithmic
     *     axis, a source has no name or that of another, or there is no source
     */
    public CurvesPlot {
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(x, "x is null");
        Objects.requireNonNull(y, "y is null");
        Objects.requireNonNull(notes, "notes is null");
        sources = List.copyOf(sources);
        crossings = List.copyOf(crossings);
        lines = List.copyOf(lines);
        List<String> faults = faults(sources, crossings, lines);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "the chart \"" + title + "\" cannot be drawn: " + String.join("; ", faults));
        }
    }

    /**
     * Draws the plot in the size that suits a notebook.
     *
     * @return the picture
     */
    public Chart chart() {
        return chart(WIDTH, HEIGHT);
    }

    /**
     * Draws the plot.
     *
     * @param width in pixels, at least 320
     * @param height in pixels, at least 240
     * @return the picture
     * @throws IllegalArgumentException where the size leaves no room for a plot
     */
    public Chart chart(int width, int height) {
        return new Chart(width, height, title, CurvesSummary.of(this), CurvesDrawing.of(this, width, height));
    }

    private static List<String> faults(
            List<SourceSeries> sources, List<CrossingMark> crossings, List<VerticalLine> lines) {
        List<String> faults = new ArrayList<>();
        if (sources.isEmpty()) {
            faults.add("sources must hold at least one, but is empty");
        }
        Set<String> names = new HashSet<>();
        for (SourceSeries source : sources) {
            String of = " of source \"" + source.name() + "\"";
            if (source.name().isBlank()) {
                faults.add("the name of a source must not be blank, but is \"" + source.name() + "\"");
            }
            if (!names.add(source.name())) {
                faults.add("the name of a source must be its own, but \"" + source.name() + "\" stands twice");
            }
            source.runs().forEach(run -> checkX(run.x(), "a run mean" + of, faults::add));
            source.curve().forEach(point -> checkX(point.x(), "a curve point" + of, faults::add));
            if (!source.curve().isEmpty() && !(source.fittedUpTo() > 0)) {
                faults.add("fittedUpTo" + of + " must be positive, but is " + source.fittedUpTo());
            }
        }
        crossings.forEach(crossing -> checkX(crossing.x(), "the crossing \"" + crossing.label() + "\"", faults::add));
        lines.forEach(line -> checkX(line.x(), "the line \"" + line.label() + "\"", faults::add));
        return faults;
    }

    private static void checkX(double x, String of, Consumer<String> faults) {
        if (!(x > 0) || Double.isInfinite(x)) {
            faults.accept("x of " + of + " must be positive and finite (the axis is logarithmic), but is " + x);
        }
    }
}
