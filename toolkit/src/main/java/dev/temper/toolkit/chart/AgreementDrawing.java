package dev.temper.toolkit.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws an {@link AgreementPlot}: two equal axes, the diagonal, and the marks of each law with its name above the plot. */
final class AgreementDrawing {
    private static final double SAMPLE = 16;
    private static final double GAP = 14;
    private static final double AXIS_TITLE = 18;
    private static final double TICK_ROOM = 10;
    private static final int TICKS = 6;
    private static final int MOST_ROWS = 6;

    private record Name(int series, String text, double x, int row) {}

    private final AgreementPlot plot;
    private final double width;
    private final LinearScale scale;
    private final List<Tick> ticks;
    private final List<String> title;
    private final List<String> caption;
    private final List<Name> names = new ArrayList<>();
    private final Rectangle2D area;
    private final double height;

    AgreementDrawing(AgreementPlot plot, double width, double height) {
        this.plot = plot;
        this.width = width;
        this.height = height;
        this.scale = plot.scale();
        this.ticks = scale.ticks(TICKS);
        double inner = width - 2 * Layout.PAD;
        this.title = TextSize.wrap(plot.title(), Layout.TITLE_SIZE, true, inner);
        this.caption = TextSize.wrap(plot.caption(), Layout.SMALL_SIZE, false, inner);
        int rows = placeNames(inner);
        double top = keyTop() + rows * Layout.ROW + 8;
        double bottom = captionTop() - Layout.BELOW_AXIS;
        double tickWidth = ticks.stream()
                .mapToDouble(tick -> TextSize.width(tick.label(), LogTicks.SIZE, false))
                .max()
                .orElse(0);
        double left = Layout.PAD / 2 + AXIS_TITLE + tickWidth + TICK_ROOM;
        this.area = new Rectangle2D.Double(
                Math.round(left), Math.round(top), Math.floor(width - Layout.PAD - left), Math.floor(bottom - top));
    }

    private double keyTop() {
        return Layout.PAD + title.size() * Layout.TITLE_ROW;
    }

    private double captionTop() {
        return height - Layout.PAD / 2 - caption.size() * Layout.SMALL_ROW;
    }

    private int placeNames(double inner) {
        double x = 0;
        int row = 0;
        for (int i : plot.indices()) {
            String text = TextSize.fit(plot.series().get(i).name(), Layout.TEXT_SIZE, inner - SAMPLE);
            double needed = SAMPLE + TextSize.width(text, Layout.TEXT_SIZE, false) + GAP;
            if (x > 0 && x + needed > inner) {
                x = 0;
                row++;
            }
            if (row < MOST_ROWS) {
                names.add(new Name(i, text, x, row));
            }
            x += needed;
        }
        return Math.min(row + 1, MOST_ROWS);
    }

    void draw(Canvas canvas) {
        canvas.fill(new Rectangle2D.Double(0, 0, width, height), Tone.BACKGROUND, 1);
        lines(canvas, title, Layout.PAD, Layout.TITLE_ROW, Layout.TITLE_SIZE, Label.Style.BOLD);
        names.forEach(name -> name(canvas, name));
        axes(canvas);
        canvas.line(x(scale.min()), y(scale.min()), x(scale.max()), y(scale.max()), Tone.SOFT, 1.2, 5f, 4f);
        for (int i : plot.indices()) {
            for (AgreementPlot.Pair pair : plot.series().get(i).drawable()) {
                canvas.mark(
                        Glyph.ofSource(i),
                        RunMean.Role.MEASURED,
                        Tone.ofSource(i),
                        x(pair.observed()),
                        y(pair.predicted()));
            }
        }
        lines(canvas, caption, captionTop(), Layout.SMALL_ROW, Layout.SMALL_SIZE, Label.Style.SOFT);
    }

    private void name(Canvas canvas, Name name) {
        double y = keyTop() + name.row * Layout.ROW + Layout.ROW / 2;
        double x = Layout.PAD + name.x;
        canvas.mark(
                Glyph.ofSource(name.series), RunMean.Role.MEASURED, Tone.ofSource(name.series), x + SAMPLE / 2 - 2, y);
        canvas.text(new Label(name.text, x + SAMPLE, y + 4, Label.Anchor.START, Layout.TEXT_SIZE, Label.Style.PLAIN));
    }

    private void axes(Canvas canvas) {
        double bottom = area.getMaxY();
        for (Tick tick : ticks) {
            double x = x(tick.value());
            double y = y(tick.value());
            canvas.line(x, area.getY(), x, bottom, Tone.GRID, 1);
            canvas.line(area.getX(), y, area.getMaxX(), y, Tone.GRID, 1);
            canvas.text(new Label(tick.label(), x, bottom + 18, Label.Anchor.MIDDLE, LogTicks.SIZE, Label.Style.PLAIN));
            canvas.text(new Label(
                    tick.label(), area.getX() - 8, y + 4, Label.Anchor.END, LogTicks.SIZE, Label.Style.PLAIN));
        }
        canvas.line(area.getX(), bottom, area.getMaxX(), bottom, Tone.FRAME, 1);
        canvas.text(new Label(
                "observed " + plot.value(),
                area.getCenterX(),
                bottom + 36,
                Label.Anchor.MIDDLE,
                Layout.TEXT_SIZE,
                Label.Style.PLAIN));
        canvas.text(new Label(
                TextSize.fit("predicted " + plot.value(), Layout.TEXT_SIZE, area.getHeight()),
                Layout.PAD + 6,
                area.getCenterY(),
                Label.Anchor.MIDDLE,
                Layout.TEXT_SIZE,
                Label.Style.UPWARDS));
    }

    private static void lines(
            Canvas canvas, List<String> lines, double top, double row, double size, Label.Style style) {
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(
                    new Label(lines.get(i), Layout.PAD, top + size * 0.9 + i * row, Label.Anchor.START, size, style));
        }
    }

    private double x(double value) {
        return area.getX() + scale.share(value) * area.getWidth();
    }

    private double y(double value) {
        return area.getMaxY() - scale.share(value) * area.getHeight();
    }
}
