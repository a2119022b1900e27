package dev.temper.toolkit.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Draws a {@link CurvesPlot}: frame, ticks, vertical marks and names about the {@link PlotArea}. */
final class CurvesDrawing {

    static final double SHADE = 0.10;
    private static final double TICK_LENGTH = 5;
    private static final double MINOR_CLEAR = 6;
    private static final double NAME_GAP = 24;
    private static final double NAME_SHARE = 0.28;
    private static final double LEADER_REACH = 0.85;

    private final CurvesPlot plot;
    private final Extent extent;
    private final Key key;
    private final List<Tick> yTicks;
    private final Strip strip;
    private final Layout layout;
    private final Rectangle2D area;

    private CurvesDrawing(CurvesPlot plot, int width, int height) {
        this.plot = plot;
        this.extent = Extent.of(plot);
        this.key = new Key(plot, width - 2 * Layout.PAD);
        this.yTicks = extent.y().ticks(Math.max(3, height / 70));
        double tickWidth = yTicks.stream()
                .mapToDouble(tick -> TextSize.width(tick.label(), LogTicks.SIZE, false))
                .max()
                .orElse(0);
        double nameWidth = NAME_GAP + Math.min(width * NAME_SHARE, widestName());
        Rectangle2D across = Layout.of(plot, width, height, key.rows(), 0, tickWidth, nameWidth)
                .plot();
        this.strip = Strip.of(flags(across), Layout.PAD, width - Layout.PAD);
        this.layout = Layout.of(plot, width, height, key.rows(), strip.rows(), tickWidth, nameWidth);
        this.area = layout.plot();
    }

    static Consumer<Canvas> of(CurvesPlot plot, int width, int height) {
        return canvas -> new CurvesDrawing(plot, width, height).draw(canvas, width, height);
    }

    private void draw(Canvas canvas, int width, int height) {
        canvas.fill(new Rectangle2D.Double(0, 0, width, height), Tone.BACKGROUND, 1);
        lines(
                canvas,
                layout.title(),
                Layout.PAD + Layout.TITLE_SIZE - 2,
                Layout.TITLE_ROW,
                Layout.TITLE_SIZE,
                Label.Style.BOLD);
        key.draw(canvas, Layout.PAD, layout.keyTop());
        xAxis(canvas);
        yAxis(canvas);
        crossingIntervals(canvas);
        flagLines(canvas);
        new PlotArea(plot.sources(), extent, (int) area.getWidth(), (int) area.getHeight()).paint(canvas.part(area));
        names(canvas);
        lines(
                canvas,
                layout.caption(),
                layout.captionTop() + Layout.SMALL_SIZE,
                Layout.SMALL_ROW,
                Layout.SMALL_SIZE,
                Label.Style.SOFT);
    }

    private static void lines(
            Canvas canvas, List<String> lines, double base, double row, double size, Label.Style style) {
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(new Label(lines.get(i), Layout.PAD, base + i * row, Label.Anchor.START, size, style));
        }
    }

    private void xAxis(Canvas canvas) {
        double bottom = area.getMaxY();
        List<Tick> ticks = new LogTicks(extent.x(), area.getWidth(), plot.x()::format).at(budgets());
        extent.x().fine().stream()
                .mapToDouble(this::x)
                .filter(x -> ticks.stream().noneMatch(tick -> Math.abs(x(tick.value()) - x) < MINOR_CLEAR))
                .forEach(x -> canvas.line(x, area.getY(), x, bottom, Tone.MINOR, 1));
        for (Tick tick : ticks) {
            double x = x(tick.value());
            canvas.line(x, area.getY(), x, bottom, Tone.GRID, 1);
            canvas.line(x, bottom, x, bottom + TICK_LENGTH, Tone.FRAME, 1);
            canvas.text(new Label(tick.label(), x, bottom + 18, Label.Anchor.MIDDLE, LogTicks.SIZE, Label.Style.PLAIN));
        }
        canvas.line(area.getX(), bottom, area.getMaxX(), bottom, Tone.FRAME, 1);
        canvas.text(new Label(
                plot.x().label(),
                area.getCenterX(),
                bottom + 36,
                Label.Anchor.MIDDLE,
                Layout.TEXT_SIZE,
                Label.Style.PLAIN));
    }

    private void yAxis(Canvas canvas) {
        for (Tick tick : yTicks) {
            double y = y(tick.value());
            canvas.line(area.getX(), y, area.getMaxX(), y, Tone.GRID, 1);
            canvas.text(new Label(
                    tick.label(), area.getX() - 8, y + 4, Label.Anchor.END, LogTicks.SIZE, Label.Style.PLAIN));
        }
        String label = TextSize.fit(plot.y().label(), Layout.TEXT_SIZE, area.getHeight() + 2 * Layout.ROW);
        canvas.text(new Label(
                label, Layout.PAD + 6, area.getCenterY(), Label.Anchor.MIDDLE, Layout.TEXT_SIZE, Label.Style.UPWARDS));
    }

    private List<Double> budgets() {
        return plot.sources().stream()
                .flatMap(source -> source.runs().stream())
                .map(RunMean::x)
                .distinct()
                .sorted()
                .toList();
    }

    private void crossingIntervals(Canvas canvas) {
        for (CrossingMark crossing : plot.crossings()) {
            double from = x(Math.max(crossing.low(), extent.x().min()));
            double to = x(Math.min(crossing.high(), extent.x().max()));
            if (crossing.bounded() && from < to) {
                canvas.fill(new Rectangle2D.Double(from, area.getY(), to - from, area.getHeight()), Tone.SOFT, SHADE);
            }
        }
    }

    private List<Strip.Flag> flags(Rectangle2D across) {
        List<Strip.Flag> flags = new ArrayList<>();
        pointEstimateBudget()
                .ifPresent(budget -> flags.add(
                        flag(across, budget, "point estimates at " + plot.x().format(budget))));
        for (CrossingMark crossing : plot.crossings()) {
            flags.add(flag(across, crossing.x(), crossing.text(plot.x())));
        }
        for (VerticalLine line : plot.lines()) {
            flags.add(flag(across, line.x(), line.label() + " " + plot.x().format(line.x())));
        }
        return flags;
    }

    private Strip.Flag flag(Rectangle2D across, double value, String text) {
        double share = extent.x().share(value);
        String pointed = share < 0 ? "← " + text : share > 1 ? text + " →" : text;
        return new Strip.Flag(across.getX() + share * across.getWidth(), pointed);
    }

    private Optional<Double> pointEstimateBudget() {
        List<Double> budgets = plot.sources().stream()
                .flatMap(source -> source.drawableRuns().stream())
                .filter(run -> run.role() == RunMean.Role.POINT_ESTIMATE)
                .map(RunMean::x)
                .distinct()
                .toList();
        return budgets.size() == 1 ? Optional.of(budgets.get(0)) : Optional.empty();
    }

    private void flagLines(Canvas canvas) {
        for (Strip.Place place : strip.places()) {
            double base = area.getY() - 6 - place.row() * Layout.ROW;
            double x = place.flag().x();
            if (area.getX() <= x && x <= area.getMaxX()) {
                canvas.line(x, base + 3, x, area.getMaxY(), Tone.SOFT, 1.2, 2f, 3f);
            }
            canvas.text(new Label(
                    place.text(), place.left(), base, Label.Anchor.START, Layout.TEXT_SIZE, Label.Style.PLAIN));
        }
    }

    private record Name(int index, double x, double y) {}

    private void names(Canvas canvas) {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < plot.sources().size(); i++) {
            names.add(end(i));
        }
        names.sort(Comparator.comparingDouble(Name::y));
        double gap = EndLabels.gap(names.size(), area.getHeight());
        double[] wanted = names.stream().mapToDouble(Name::y).toArray();
        double[] heights = EndLabels.spread(wanted, gap, area.getY() + gap / 2, area.getMaxY() - gap / 2);
        double size = Math.min(13, gap * 0.85);
        double room = layout.width() - Layout.PAD / 2 - area.getMaxX() - NAME_GAP;
        for (int i = 0; i < heights.length; i++) {
            Name name = names.get(i);
            Tone tone = Tone.ofSource(name.index);
            double x = area.getMaxX() + 12;
            if (name.x > area.getX() + LEADER_REACH * area.getWidth()) {
                canvas.line(name.x, name.y, x, heights[i], tone, 0.8);
            }
            canvas.mark(Glyph.ofSource(name.index), RunMean.Role.MEASURED, tone, x, heights[i]);
            String text = TextSize.fit(plot.sources().get(name.index).name(), size, room);
            canvas.text(new Label(
                    text,
                    area.getMaxX() + NAME_GAP,
                    heights[i] + size * 0.35,
                    Label.Anchor.START,
                    size,
                    Label.Style.PLAIN));
        }
    }

    /** Returns where a source's curve or runs end, or the middle of the axis if there is nothing of it. */
    private Name end(int index) {
        SourceSeries source = plot.sources().get(index);
        CurvePoint none =
                new CurvePoint(extent.x().min(), (extent.y().min() + extent.y().max()) / 2, Double.NaN, Double.NaN);
        CurvePoint curve = source.curve().stream().filter(CurvePoint::drawable).reduce(none, (first, second) -> second);
        CurvePoint last = source.drawableRuns().stream()
                .filter(run -> run.x() > curve.x())
                .map(run -> new CurvePoint(run.x(), run.mean(), Double.NaN, Double.NaN))
                .reduce(curve, (first, second) -> second);
        return new Name(index, x(last.x()), Math.max(area.getY(), Math.min(y(last.estimate()), area.getMaxY())));
    }

    private double widestName() {
        return plot.sources().stream()
                .mapToDouble(source -> TextSize.width(source.name(), 13, false))
                .max()
                .orElse(0);
    }

    private double x(double value) {
        return area.getX() + extent.x().share(value) * area.getWidth();
    }

    private double y(double value) {
        return area.getMaxY() - extent.y().share(value) * area.getHeight();
    }
}
