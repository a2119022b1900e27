package dev.temper.toolkit.law.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits a sum of powers to positive values by the differences of logarithms. The starts come from a grid over the exponents; each search
 * brings Huber's threshold down in steps, so that it does not stop in one of the many shallow minima of a small threshold, and ends by
 * Newton's predicted decrease.
 *
 * <p>An instance holds the arrays of one search, so each thread takes its own; {@link #twin} gives one that shares the data.
 */
public final class SumSolver {
    private static final double TOLERANCE = 1e-13;
    private static final int MOST_STEPS = 300;
    private static final int SEARCHES = 4;
    /** Of the cost: least-squares optima that differ less are one. */
    private static final double SAME = 1e-5;

    /** Of the median residual: a smaller threshold stands for the limit of absolute differences. */
    private static final double LEAST_THRESHOLD = 1e-4;

    private static final int MOST_MERGED = 50_000;
    private static final double EASING = 2.5;
    private static final int EASING_STEPS = 60;
    private static final double EASING_TOLERANCE = 1e-7;

    /**
     * Where a search ended.
     *
     * @param parameters amplitudes at one unit of each variable, then exponents
     * @param cost the sum of costs, with half the square for least squares
     * @param gradient the largest derivative of the cost over the roots of twice the cost and of the curvature: near 0 at a minimum
     * @param predictedDecrease by how much one more step would lower the cost
     * @param converged whether the search ended by its tolerance
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers on their way to a fit, compared by identity alone
    public record Minimum(
            double[] parameters, double cost, double gradient, double predictedDecrease, boolean converged) {}

    private final PowerSum law;
    private final double[][] places;
    private final double[] values;
    private final SumData merged;
    private final Newton newton;
    private final double rounding;
    private final double[] point;
    private @Nullable SumData apart;
    private @Nullable Newton newtonApart;

    /**
     * Takes the data; equal values at equal places are kept once.
     *
     * @param law the shape
     * @param places for each value a positive number for each variable; not copied
     * @param values positive; not copied
     * @param weights for each value, 0 or more
     * @param rounding cost below which differences are rounding
     */
    public SumSolver(PowerSum law, double[][] places, double[] values, double[] weights, double rounding) {
        this(law, places, values, data(places, values, weights), rounding);
    }

    /** Looking for equal values pays where a bootstrap or several starts follow, and takes memory. */
    private static SumData data(double[][] places, double[] values, double[] weights) {
        if (values.length <= MOST_MERGED) {
            return SumData.merged(places, values, weights);
        }
        SumData data = SumData.apart(places);
        data.take(values);
        data.weigh(weights);
        return data;
    }

    private SumSolver(PowerSum law, double[][] places, double[] values, SumData merged, double rounding) {
        this.law = law;
        this.places = places;
        this.values = values;
        this.merged = merged;
        this.rounding = rounding;
        newton = new Newton(Objective.of(law, merged));
        point = new double[law.size()];
    }

    /**
     * Makes another for the same data, for another thread.
     *
     * @return a new one
     */
    public SumSolver twin() {
        return new SumSolver(law, places, values, merged.twin(), rounding);
    }

    /**
     * Searches from the best cells of a grid.
     *
     * @param threshold of Huber's loss; infinite for least squares, 0 for close to least absolute differences
     * @param ranges two rows for the exponents, the least and the greatest of each; where not positive or infinite, usual ones
     * @return the ends, the best first; those that met early are there as often as they were met; empty where no cell is finite
     */
    public List<Minimum> search(double threshold, double[][] ranges) {
        List<double[]> points = Grid.best(law, merged, ranges, SEARCHES);
        List<Minimum> ends = new ArrayList<>();
        double[] costs = new double[points.size()];
        for (int k = 0; k < points.size(); k++) {
            double[] start = points.get(k);
            costs[k] = newton.minimise(start, Double.POSITIVE_INFINITY, EASING_STEPS, EASING_TOLERANCE, rounding);
            int same = 0;
            while (same < k && Math.abs(costs[same] - costs[k]) > SAME * costs[k] + rounding) {
                same++;
            }
            if (same < k) {
                ends.add(ends.get(same));
            } else {
                ends.add(eased(start, threshold, newton, merged));
            }
        }
        ends.sort(Comparator.comparingDouble(Minimum::cost));
        return ends;
    }

    /** Moves to the optimum of a small threshold by way of the optima of larger ones. */
    private Minimum eased(double[] start, double threshold, Newton search, SumData data) {
        if (threshold == Double.POSITIVE_INFINITY) {
            return minimum(start, threshold, search, data);
        }
        double next = search.medianResidual(start);
        double last = Math.max(threshold, LEAST_THRESHOLD * next);
        while (next > 2 * last) {
            search.minimise(start, next, EASING_STEPS, EASING_TOLERANCE, rounding);
            next /= EASING;
        }
        return minimum(start, last > 0 ? last : Double.POSITIVE_INFINITY, search, data);
    }

    /**
     * Searches from a place.
     *
     * @param parameters positive amplitudes at one unit of each variable, then exponents
     * @param threshold of Huber's loss; infinite for least squares, 0 for close to least absolute differences
     * @return the end
     */
    public Minimum from(double[] parameters, double threshold) {
        return eased(law.point(parameters, merged.centres), threshold, newton, merged);
    }

    /**
     * Searches from a place with other values and weights, at the same places.
     *
     * @param parameters positive amplitudes at one unit of each variable, then exponents
     * @param threshold of Huber's loss; infinite for least squares, 0 for close to least absolute differences
     * @param otherValues positive where their weight is
     * @param weights for each value, 0 or more
     * @return the end
     */
    public Minimum refit(double[] parameters, double threshold, double[] otherValues, double[] weights) {
        SumData data = merged;
        Newton search = newton;
        if (!Arrays.equals(otherValues, values)) {
            data = apart();
            search = newtonApart(data);
            data.take(otherValues);
        }
        data.weigh(weights);
        law.point(parameters, data.centres, point);
        return threshold > 0 ? minimum(point, threshold, search, data) : eased(point, threshold, search, data);
    }

    private SumData apart() {
        SumData known = apart;
        if (known == null) {
            known = SumData.apart(places);
            apart = known;
        }
        return known;
    }

    private Newton newtonApart(SumData data) {
        Newton known = newtonApart;
        if (known == null) {
            known = new Newton(Objective.of(law, data));
            newtonApart = known;
        }
        return known;
    }

    private Minimum minimum(double[] start, double threshold, Newton search, SumData data) {
        double cost = search.minimise(start, threshold, MOST_STEPS, TOLERANCE, rounding);
        return new Minimum(
                law.parameters(start, data.centres),
                cost,
                search.gradient(cost, rounding),
                0.5 * search.predictedDecrease(),
                search.converged());
    }
}
