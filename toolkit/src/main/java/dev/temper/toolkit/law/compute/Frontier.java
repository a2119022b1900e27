package dev.temper.toolkit.law.compute;

import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The best size by the lower envelope of training curves (approach 1): at each compute the model of the lowest loss, and a power law
 * through them. Computes at which the next smaller or the next larger size was not measured are left out, since it might have been better
 * there.
 */
public final class Frontier {
    /** As many as Hoffmann et al. took. */
    private static final int PLACES = 1500;

    private static final int LEAST_SIZES = 3;

    private final List<TrainingCurve> curves;
    private final List<Point> points;
    private final Line line;

    private Frontier(List<TrainingCurve> curves, List<Point> points) {
        this.curves = curves;
        this.points = points;
        this.line = Line.through(
                Line.logs(points.stream().mapToDouble(Point::compute).toArray()),
                Line.logs(points.stream().mapToDouble(Point::parameters).toArray()));
    }

    /**
     * A place of the envelope.
     *
     * @param compute in FLOP
     * @param parameters of the model that is best there
     * @param loss that it comes to
     */
    public record Point(double compute, double parameters, double loss) {}

    /**
     * Draws the envelope.
     *
     * @param curves of models of different sizes, at a constant learning rate or each with its own cooldown
     * @return the envelope
     * @throws FitException when fewer than three sizes are best where their neighbours were measured too
     */
    public static Frontier of(Collection<TrainingCurve> curves) {
        List<TrainingCurve> copy = List.copyOf(curves);
        List<Point> points = envelope(copy);
        long sizes = points.stream().mapToDouble(Point::parameters).distinct().count();
        if (sizes < LEAST_SIZES) {
            throw new FitException("sizes that are best where their neighbours were measured too must be at"
                    + " least 3, but are " + sizes + "; add sizes between, or longer curves");
        }
        return new Frontier(copy, points);
    }

    private static List<Point> envelope(List<TrainingCurve> curves) {
        TreeSet<Double> sizes =
                new TreeSet<>(curves.stream().map(TrainingCurve::parameters).toList());
        double first = curves.stream().mapToDouble(TrainingCurve::first).min().orElse(0);
        double last = curves.stream().mapToDouble(TrainingCurve::last).max().orElse(0);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            double log = first + (last - first) * i / (PLACES - 1.0);
            curves.stream()
                    .min((a, b) -> Double.compare(a.at(log), b.at(log)))
                    .filter(best -> Double.isFinite(best.at(log)))
                    .filter(best -> covered(sizes.lower(best.parameters()), log, curves)
                            && covered(sizes.higher(best.parameters()), log, curves))
                    .ifPresent(best -> points.add(new Point(Math.exp(log), best.parameters(), best.at(log))));
        }
        return points;
    }

    /** Whether a size was measured at some compute, so that it could have been best there. */
    private static boolean covered(@Nullable Double size, double log, List<TrainingCurve> curves) {
        return size != null
                && curves.stream().anyMatch(curve -> curve.parameters() == size && Double.isFinite(curve.at(log)));
    }

    /**
     * Gives the envelope.
     *
     * @return its places in the order of their compute
     */
    public List<Point> points() {
        return List.copyOf(points);
    }

    /**
     * Gives the power law through the envelope. Its interval is that of the jack-knife over curves: places of one curve share its noise, so
     * that their number says nothing.
     *
     * @param level of the exponent's interval, such as 0.95
     * @return the law; its interval is unbounded where the envelope does not bear the loss of any one curve
     */
    public ComputeLaw law(double level) {
        return new ComputeLaw(Math.exp(line.intercept()), exponent(level));
    }

    private Interval exponent(double level) {
        int n = curves.size();
        double[] without = new double[n];
        for (int left = 0; left < n; left++) {
            List<TrainingCurve> rest = new ArrayList<>(curves);
            rest.remove(left);
            List<Point> envelope = envelope(rest);
            without[left] =
                    envelope.stream().mapToDouble(Point::parameters).distinct().count() < 2
                            ? Double.NaN
                            : new Frontier(rest, envelope).line.slope();
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares = Arrays.stream(without)
                .map(slope -> (slope - mean) * (slope - mean))
                .sum();
        return Line.around(line.slope(), Math.sqrt(squares * (n - 1) / n), n - 1, level);
    }
}
