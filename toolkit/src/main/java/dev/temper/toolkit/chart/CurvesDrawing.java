package dev.temper.toolkit.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a {@link CurvesPlot}: shares out the room, and puts the parts where they belong. */
final class CurvesDrawing {

    static final double SHADE = 0.10;

    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 360;
    private static final double NAME_SHARE = 0.28;
    private static final double GROWTH = 1.1;
    private static final int MOST_GROWTHS = 20;

    private final CurvesPlot plot;
    private final double width;
    private final double height;
    private final Key key;
    private final List<Tick> yTicks;
    private final Strip strip;
    private final Layout layout;
    private final Frame frame;

    private CurvesDrawing(CurvesPlot plot, double width, double height) {
        this.plot = plot;
        this.width = width;
        this.height = height;
        Extent extent = Extent.of(plot);
        this.key = new Key(plot, width - 2 * Layout.PAD);
        this.yTicks = extent.y().ticks((int) Math.max(3, height / 70));
        Layout withoutStrip = layout(0);
        this.strip = Strip.of(flags(new Frame(plot, extent, withoutStrip.plot())), Layout.PAD, width - Layout.PAD);
        this.layout = layout(strip.rows());
        this.frame = new Frame(plot, extent, layout.plot());
    }

    /**
     * Lays the plot out. Where the parts about it would crowd it out, the room is widened in
     * proportion, and the page then shows everything smaller.
     */
    static Drawing of(CurvesPlot plot, int width, int height) {
        double scale = Math.max(1, Math.max(LEAST_WIDTH / width, LEAST_HEIGHT / height));
        CurvesDrawing drawing = new CurvesDrawing(plot, width * scale, height * scale);
        for (int i = 0; i < MOST_GROWTHS && drawing.layout.crowded(); i++) {
            scale *= GROWTH;
            drawing = new CurvesDrawing(plot, width * scale, height * scale);
        }
        return new Drawing(drawing.width, drawing.height, drawing::draw);
    }

    private Layout layout(int stripRows) {
        double nameWidth = plot.sources().stream()
                .mapToDouble(source -> TextSize.width(source.name(), EndLabels.SIZE, false))
                .max()
                .orElse(0);
        double tickWidth = yTicks.stream()
                .mapToDouble(tick -> TextSize.width(tick.label(), LogTicks.SIZE, false))
                .max()
                .orElse(0);
        return Layout.of(
                plot,
                width,
                height,
                key.rows(),
                stripRows,
                tickWidth,
                EndLabels.INDENT + Math.min(width * NAME_SHARE, nameWidth));
    }

    private void draw(Canvas canvas) {
        Rectangle2D area = layout.plot();
        canvas.fill(new Rectangle2D.Double(0, 0, width, height), Tone.BACKGROUND, 1);
        lines(canvas, layout.title(), Layout.PAD, Layout.TITLE_ROW, Layout.TITLE_SIZE, Label.Style.BOLD);
        key.draw(canvas, Layout.PAD, layout.keyTop());
        frame.draw(canvas, yTicks);
        plot.crossings().forEach(crossing -> interval(canvas, crossing));
        strip.places().forEach(place -> flag(canvas, place));
        new PlotArea(plot.sources(), frame.extent(), (int) area.getWidth(), (int) area.getHeight())
                .paint(canvas.part(area));
        new EndLabels(frame, width - Layout.PAD / 2 - area.getMaxX() - EndLabels.INDENT).draw(canvas);
        lines(canvas, layout.caption(), layout.captionTop(), Layout.SMALL_ROW, Layout.SMALL_SIZE, Label.Style.SOFT);
    }

    private static void lines(
            Canvas canvas, List<String> lines, double top, double row, double size, Label.Style style) {
        for (int i = 0; i < lines.size(); i++) {
            double base = top + size * 0.9 + i * row;
            canvas.text(new Label(lines.get(i), Layout.PAD, base, Label.Anchor.START, size, style));
        }
    }

    private void interval(Canvas canvas, CrossingMark crossing) {
        LogScale scale = frame.extent().x();
        double from = frame.x(Math.max(crossing.low(), scale.min()));
        double to = frame.x(Math.min(crossing.high(), scale.max()));
        if (crossing.bounded() && from < to) {
            Rectangle2D area = layout.plot();
            canvas.fill(new Rectangle2D.Double(from, area.getY(), to - from, area.getHeight()), Tone.SOFT, SHADE);
        }
    }

    private void flag(Canvas canvas, Strip.Place place) {
        Rectangle2D area = layout.plot();
        double base = area.getY() - 6 - place.row() * Layout.ROW;
        double x = place.flag().x();
        if (area.getX() <= x && x <= area.getMaxX()) {
            canvas.line(x, base + 3, x, area.getMaxY(), Tone.SOFT, 1.2, 2f, 3f);
        }
        canvas.text(
                new Label(place.text(), place.left(), base, Label.Anchor.START, Layout.TEXT_SIZE, Label.Style.PLAIN));
    }

    private List<Strip.Flag> flags(Frame at) {
        List<Strip.Flag> flags = new ArrayList<>();
        pointEstimateBudget()
                .ifPresent(budget -> flags.add(
                        flag(at, budget, "point estimates at " + plot.x().format(budget))));
        plot.crossings().forEach(crossing -> flags.add(flag(at, crossing.x(), crossing.text(plot.x()))));
        plot.lines()
                .forEach(line -> flags.add(
                        flag(at, line.x(), line.label() + " " + plot.x().format(line.x()))));
        return flags;
    }

    private static Strip.Flag flag(Frame at, double value, String text) {
        double share = at.extent().x().share(value);
        String pointed = share < 0 ? "← " + text : share > 1 ? text + " →" : text;
        return new Strip.Flag(at.x(value), pointed);
    }

    /** Returns the budget that all point estimates were made at, if there is one. */
    private Optional<Double> pointEstimateBudget() {
        List<Double> budgets = plot.sources().stream()
                .flatMap(source -> source.drawableRuns().stream())
                .filter(run -> run.role() == RunMean.Role.POINT_ESTIMATE)
                .map(RunMean::x)
                .distinct()
                .toList();
        return budgets.size() == 1 ? Optional.of(budgets.get(0)) : Optional.empty();
    }
}
