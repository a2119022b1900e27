package dev.temper.toolkit.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a chart is drawn on: shapes go to the graphics at once, text is kept for the page to write. */
final class Canvas {

    private final Graphics2D graphics;
    private final List<Label> labels = new ArrayList<>();

    Canvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    List<Label> labels() {
        return Collections.unmodifiableList(labels);
    }

    void text(Label label) {
        labels.add(label);
    }

    void fill(Shape shape, Tone tone, double opacity) {
        graphics.setColor(opacity < 1 ? tone.color(opacity) : tone.color());
        graphics.fill(shape);
    }

    void line(double x1, double y1, double x2, double y2, Tone tone, double width, float... dashes) {
        graphics.setColor(tone.color());
        graphics.setStroke(stroke(width, dashes));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void mark(Glyph glyph, RunMean.Role role, Tone tone, double x, double y) {
        graphics.setColor(tone.color());
        new Mark(glyph, role).paint(graphics, x, y, Mark.SIZE);
    }

    /** Lends the graphics of a part of the canvas, with its own origin. */
    Graphics2D part(Rectangle2D part) {
        Graphics2D own = (Graphics2D) graphics.create();
        own.translate(part.getX(), part.getY());
        return own;
    }

    static BasicStroke stroke(double width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dashes, 0f);
    }
}
