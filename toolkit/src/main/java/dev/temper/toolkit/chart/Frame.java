package dev.temper.toolkit.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Axes, ticks and grid about a plot, and the way from values to pixels.
 *
 * @param plot what is shown
 * @param extent how far the axes reach
 * @param area where the plot stands
 */
record Frame(CurvesPlot plot, Extent extent, Rectangle2D area) {

    private static final double TICK_LENGTH = 5;
    private static final double MINOR_CLEAR = 6;

    double x(double value) {
        return area.getX() + extent.x().share(value) * area.getWidth();
    }

    double y(double value) {
        return area.getMaxY() - extent.y().share(value) * area.getHeight();
    }

    void draw(Canvas canvas, List<Tick> yTicks) {
        List<Tick> xTicks = new LogTicks(extent.x(), area.getWidth(), plot.x()::format).at(budgets());
        minorGrid(canvas, xTicks);
        xTicks.forEach(tick -> xTick(canvas, tick, x(tick.value())));
        yTicks.forEach(tick -> yTick(canvas, tick, y(tick.value())));
        double bottom = area.getMaxY();
        canvas.line(area.getX(), bottom, area.getMaxX(), bottom, Tone.FRAME, 1);
        canvas.text(new Label(
                plot.x().label(),
                area.getCenterX(),
                bottom + 36,
                Label.Anchor.MIDDLE,
                Layout.TEXT_SIZE,
                Label.Style.PLAIN));
        String label = TextSize.fit(plot.y().label(), Layout.TEXT_SIZE, area.getHeight() + Layout.BELOW_AXIS);
        double middle = area.getY() + Math.max(area.getHeight(), TextSize.width(label, Layout.TEXT_SIZE, false)) / 2;
        canvas.text(
                new Label(label, Layout.PAD + 6, middle, Label.Anchor.MIDDLE, Layout.TEXT_SIZE, Label.Style.UPWARDS));
    }

    private void minorGrid(Canvas canvas, List<Tick> ticks) {
        extent.x().fine().stream()
                .mapToDouble(this::x)
                .filter(x -> ticks.stream().noneMatch(tick -> Math.abs(x(tick.value()) - x) < MINOR_CLEAR))
                .forEach(x -> canvas.line(x, area.getY(), x, area.getMaxY(), Tone.MINOR, 1));
    }

    private void xTick(Canvas canvas, Tick tick, double x) {
        double bottom = area.getMaxY();
        canvas.line(x, area.getY(), x, bottom, Tone.GRID, 1);
        canvas.line(x, bottom, x, bottom + TICK_LENGTH, Tone.FRAME, 1);
        canvas.text(new Label(tick.label(), x, bottom + 18, Label.Anchor.MIDDLE, LogTicks.SIZE, Label.Style.PLAIN));
    }

    private void yTick(Canvas canvas, Tick tick, double y) {
        canvas.line(area.getX(), y, area.getMaxX(), y, Tone.GRID, 1);
        canvas.text(
                new Label(tick.label(), area.getX() - 8, y + 4, Label.Anchor.END, LogTicks.SIZE, Label.Style.PLAIN));
    }

    private List<Double> budgets() {
        return plot.sources().stream()
                .flatMap(source -> source.runs().stream())
                .map(RunMean::x)
                .distinct()
                .sorted()
                .toList();
    }
}
