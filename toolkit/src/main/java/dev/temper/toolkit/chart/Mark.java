package dev.temper.toolkit.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import org.knowm.xchart.style.markers.Marker;

/** A mark as XChart paints it: what a run is used for shows in how its source's glyph is filled. */
final class Mark extends Marker {

    static final int SIZE = 9;

    private final Glyph glyph;
    private final RunMean.Role role;

    Mark(Glyph glyph, RunMean.Role role) {
        this.glyph = glyph;
        this.role = role;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
        Color own = g.getColor();
        Shape shape = glyph.at(x, y, size);
        switch (role) {
            case MEASURED -> {
                fill(g, shape, own);
                outline(g, shape, Tone.BACKGROUND.color(), 1f);
            }
            case HELD_BACK -> {
                fill(g, shape, Tone.BACKGROUND.color());
                outline(g, shape, own, 1.8f);
            }
            case POINT_ESTIMATE -> {
                outline(g, Glyph.CIRCLE.at(x, y, size * 1.9), Tone.TEXT.color(), 1.2f);
                fill(g, shape, own);
                outline(g, shape, Tone.BACKGROUND.color(), 1f);
            }
        }
        g.setColor(own);
    }

    private static void fill(Graphics2D g, Shape shape, Color color) {
        g.setColor(color);
        g.fill(shape);
    }

    private static void outline(Graphics2D g, Shape shape, Color color, float width) {
        g.setColor(color);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }
}
