package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Curve points made ready to be drawn. */
final class CurvePath {

    /** How long a dash is, and the space to the next, in pixels. */
    static final double DASH = 6;

    static final double SPACE = 4;
    private static final double NEAR = 4;

    private CurvePath() {}

    /** Cuts points into unbroken parts; a part of one point is none. */
    static List<List<CurvePoint>> parts(List<CurvePoint> points, Predicate<CurvePoint> drawable) {
        List<List<CurvePoint>> parts = new ArrayList<>();
        List<CurvePoint> open = new ArrayList<>();
        for (CurvePoint point : points) {
            if (drawable.test(point)) {
                open.add(point);
            } else {
                parts.add(open);
                open = new ArrayList<>();
            }
        }
        parts.add(open);
        return parts.stream().filter(part -> part.size() > 1).toList();
    }

    /**
     * Cuts an unbroken part into dashes by its length in the picture. XChart draws each piece between
     * two points for itself, so that the dashes of a stroke would begin anew in every one.
     */
    static List<List<CurvePoint>> dashes(List<CurvePoint> part, Extent extent, double width, double height) {
        List<List<CurvePoint>> dashes = new ArrayList<>();
        List<CurvePoint> dash = new ArrayList<>(List.of(part.get(0)));
        boolean drawn = true;
        double left = DASH;
        for (int i = 1; i < part.size(); i++) {
            CurvePoint from = part.get(i - 1);
            CurvePoint to = part.get(i);
            double length = Math.hypot(
                    (extent.x().share(to.x()) - extent.x().share(from.x())) * width,
                    (extent.y().share(to.estimate()) - extent.y().share(from.estimate())) * height);
            double walked = 0;
            while (length - walked > left) {
                walked += left;
                CurvePoint here = from.towards(to, from.x() * Math.pow(to.x() / from.x(), walked / length));
                dash.add(here);
                if (drawn) {
                    dashes.add(List.copyOf(dash));
                }
                dash = new ArrayList<>(List.of(here));
                drawn = !drawn;
                left = drawn ? DASH : SPACE;
            }
            left -= length - walked;
            dash.add(to);
        }
        if (drawn && dash.size() > 1) {
            dashes.add(List.copyOf(dash));
        }
        return dashes;
    }

    /** Brings an end of an interval, which may be infinite, near enough to be drawn. */
    static double near(double value, LinearScale scale) {
        double reach = NEAR * (scale.max() - scale.min());
        return Math.max(scale.min() - reach, Math.min(value, scale.max() + reach));
    }
}
