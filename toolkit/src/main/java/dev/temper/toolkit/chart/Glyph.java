package dev.temper.toolkit.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The outline of a mark: with it sources are told apart without colour. */
enum Glyph {
    CIRCLE(1) {
        @Override
        Shape unit() {
            return new Ellipse2D.Double(-0.5, -0.5, 1, 1);
        }
    },
    SQUARE(0.9) {
        @Override
        Shape unit() {
            return new Rectangle2D.Double(-0.5, -0.5, 1, 1);
        }
    },
    TRIANGLE(1.15) {
        @Override
        Shape unit() {
            return polygon(0, -0.55, 0.5, 0.4, -0.5, 0.4);
        }
    },
    DIAMOND(1.25) {
        @Override
        Shape unit() {
            return polygon(0, -0.5, 0.5, 0, 0, 0.5, -0.5, 0);
        }
    },
    TRIANGLE_DOWN(1.15) {
        @Override
        Shape unit() {
            return polygon(0, 0.55, 0.5, -0.4, -0.5, -0.4);
        }
    },
    PLUS(1.2) {
        @Override
        Shape unit() {
            Area plus = new Area(new Rectangle2D.Double(-0.5, -0.18, 1, 0.36));
            plus.add(new Area(new Rectangle2D.Double(-0.18, -0.5, 0.36, 1)));
            return plus;
        }
    },
    HOURGLASS(1.05) {
        @Override
        Shape unit() {
            return polygon(-0.5, -0.5, 0.5, -0.5, -0.5, 0.5, 0.5, 0.5);
        }
    };

    /** Makes all glyphs look equally large. */
    private final double weight;

    Glyph(double weight) {
        this.weight = weight;
    }

    abstract Shape unit();

    /** Returns another glyph where colours begin anew, so that each pair of both is used but once. */
    static Glyph ofSource(int index) {
        return values()[(index + index / Tone.SOURCES.size()) % values().length];
    }

    Shape at(double x, double y, double size) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size * weight, size * weight);
        return place.createTransformedShape(unit());
    }

    private static Path2D polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
