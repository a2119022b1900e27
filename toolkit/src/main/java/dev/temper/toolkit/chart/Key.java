package dev.temper.toolkit.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;

/** What marks and lines mean, whatever the source: one sample and a few words each, above the plot. */
final class Key {

    private static final double SAMPLE = 26;
    private static final double GAP = 16;

    /** Draws a sample about a point. */
    private interface Sample {
        void draw(Canvas canvas, double x, double y);
    }

    private record Entry(Sample sample, String text) {
        double width() {
            return SAMPLE + 5 + TextSize.width(text, Layout.TEXT_SIZE, false);
        }
    }

    private final List<List<Entry>> rows = new ArrayList<>();

    Key(CurvesPlot plot, double width) {
        double used = Double.POSITIVE_INFINITY;
        double most = width - SAMPLE - 5;
        for (Entry entry : entries(plot)) {
            Entry fitting = new Entry(entry.sample, TextSize.fit(entry.text, Layout.TEXT_SIZE, most));
            if (used + fitting.width() > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(fitting);
            used += fitting.width() + GAP;
        }
    }

    int rows() {
        return rows.size();
    }

    void draw(Canvas canvas, double left, double top) {
        for (int row = 0; row < rows.size(); row++) {
            double x = left;
            double y = top + row * Layout.ROW + Layout.ROW / 2;
            for (Entry entry : rows.get(row)) {
                entry.sample.draw(canvas, x + SAMPLE / 2, y);
                canvas.text(new Label(
                        entry.text, x + SAMPLE + 5, y + 4, Label.Anchor.START, Layout.TEXT_SIZE, Label.Style.SOFT));
                x += entry.width() + GAP;
            }
        }
    }

    private static List<Entry> entries(CurvesPlot plot) {
        List<Entry> entries = new ArrayList<>();
        if (anyRun(plot, run -> run.role() == RunMean.Role.MEASURED)) {
            entries.add(new Entry(Key::run, runs(plot)));
        }
        if (anyRun(plot, run -> run.role() == RunMean.Role.HELD_BACK)) {
            entries.add(new Entry(mark(RunMean.Role.HELD_BACK), "held back from the fit"));
        }
        if (anyRun(plot, run -> run.role() == RunMean.Role.POINT_ESTIMATE)) {
            entries.add(new Entry(mark(RunMean.Role.POINT_ESTIMATE), "point estimate"));
        }
        if (plot.sources().stream().anyMatch(source -> !source.curve().isEmpty())) {
            entries.add(new Entry(Key::curve, "fit" + after(", ", plot.notes().band())));
        }
        if (plot.sources().stream().anyMatch(PlotArea::extrapolates)) {
            entries.add(new Entry(Key::dashed, "beyond the fitted runs"));
        }
        if (plot.sources().stream().anyMatch(PlotArea::joined)) {
            entries.add(new Entry(Key::thin, "no fit, means joined"));
        }
        if (plot.crossings().stream().anyMatch(CrossingMark::bounded)) {
            entries.add(new Entry(Key::shade, "interval of the crossing"));
        }
        return entries;
    }

    private static boolean anyRun(CurvesPlot plot, Predicate<RunMean> wanted) {
        return plot.sources().stream()
                .flatMap(source -> source.drawableRuns().stream())
                .anyMatch(wanted);
    }

    private static String runs(CurvesPlot plot) {
        IntSummaryStatistics counts = plot.sources().stream()
                .flatMap(source -> source.drawableRuns().stream())
                .mapToInt(RunMean::n)
                .summaryStatistics();
        String range = counts.getMin() == counts.getMax()
                ? String.valueOf(counts.getMax())
                : counts.getMin() + " to " + counts.getMax();
        String what = counts.getMax() == 1 ? "one run" : "mean of " + range + " runs";
        return what + after(", ", plot.notes().errorBars());
    }

    private static String after(String separator, String note) {
        return note.isBlank() ? "" : separator + note;
    }

    private static Sample mark(RunMean.Role role) {
        return (canvas, x, y) -> canvas.mark(Glyph.CIRCLE, role, Tone.SOFT, x, y);
    }

    private static void run(Canvas canvas, double x, double y) {
        canvas.line(x, y - 8, x, y + 8, Tone.SOFT, 1);
        canvas.mark(Glyph.CIRCLE, RunMean.Role.MEASURED, Tone.SOFT, x, y);
    }

    private static void curve(Canvas canvas, double x, double y) {
        canvas.fill(new Rectangle2D.Double(x - SAMPLE / 2, y - 5, SAMPLE, 10), Tone.SOFT, PlotArea.BAND);
        canvas.line(x - SAMPLE / 2, y, x + SAMPLE / 2, y, Tone.SOFT, PlotArea.CURVE_WIDTH);
    }

    private static void dashed(Canvas canvas, double x, double y) {
        canvas.line(x - SAMPLE / 2, y, x + SAMPLE / 2, y, Tone.SOFT, PlotArea.CURVE_WIDTH, PlotArea.dashes());
    }

    private static void thin(Canvas canvas, double x, double y) {
        canvas.line(x - SAMPLE / 2, y, x + SAMPLE / 2, y, Tone.SOFT, PlotArea.THIN_WIDTH);
    }

    private static void shade(Canvas canvas, double x, double y) {
        canvas.fill(new Rectangle2D.Double(x - SAMPLE / 2, y - 6, SAMPLE, 12), Tone.SOFT, CurvesDrawing.SHADE);
        canvas.line(x, y - 6, x, y + 6, Tone.SOFT, 1);
    }
}
