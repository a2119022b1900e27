package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A law fitted to whole loss curves, which predicts the curve of a schedule that was not run. Immutable.
 *
 * <pre>{@code
 * CurveFit fit = CurveFit.of(MultiPowerLaw::of, curves, FitOptions.losses().withLoss(Loss.HUBER_HOFFMANN));
 * CurvePrediction longer = fit.prediction(Schedule.cosine(2160, 72000, 3e-4, 3e-5), 0.95, 24000, 48000, 71999);
 * }</pre>
 *
 * <p>Measurements along one run share noise, so each curve is a cluster of the fit's observations. {@link #fit} itself counts a cluster as
 * one run: with no more curves than parameters its intervals are unbounded and it warns of few budgets. {@link #confidence} and
 * {@link #prediction} count what neighbours share instead. A law is also wrong in its own way under each schedule, which only curves that
 * it was not fitted to can tell: {@link #prediction} adds what leaving out one curve after the other shows, {@link #confidence} does not.
 */
public final class CurveFit {
    private final ScheduleLaw law;
    private final Fit fit;
    private final double[] centred;
    private final int[] sizes;
    private final Scatter scatter;
    private volatile double leftOut = Double.NEGATIVE_INFINITY;

    private CurveFit(ScheduleLaw law, Fit fit, int[] sizes) {
        this.law = law;
        this.fit = fit;
        this.sizes = sizes;
        this.centred = law.centredOf(fit.parameters(), fit.design().pivot());
        this.scatter = new Scatter(fit, sizes, centred);
    }

    /**
     * Fits a law.
     *
     * @param law makes it over schedules, such as {@code MultiPowerLaw::of}
     * @param curves at least one with measurements; of curves under one and the same kind of schedule the law's response to the rate
     *     cannot be told
     * @param options what is known beforehand; papers take Huber's loss at 1e-3
     * @return the fit
     * @throws dev.temper.toolkit.law.FitException when there are fewer measurements than parameters
     */
    public static CurveFit of(
            Function<List<Schedule>, ? extends ScheduleLaw> law, List<LossCurve> curves, FitOptions options) {
        ScheduleLaw over = law.apply(curves.stream().map(LossCurve::schedule).toList());
        int[] sizes = curves.stream().mapToInt(LossCurve::size).toArray();
        List<double[]> rows = new ArrayList<>();
        for (int curve = 0; curve < sizes.length; curve++) {
            for (int step : curves.get(curve).steps()) {
                rows.add(new double[] {curve, step});
            }
        }
        double[] losses = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.losses()))
                .toArray();
        int[] clusters = rows.stream().mapToInt(row -> (int) row[0]).toArray();
        Observations data =
                Observations.of(rows.toArray(double[][]::new), losses).clustered(clusters);
        return new CurveFit(over, Fitting.fit(over, data, options), sizes);
    }

    /**
     * Gives the fit itself: parameters, warnings, and how the search went.
     *
     * @return a fit whose observations are clustered by curve
     */
    public Fit fit() {
        return fit;
    }

    /**
     * Gives the correlation of the residuals of measurements next to each other on a curve.
     *
     * @return from 0 to 0.99
     */
    public double correlation() {
        return scatter.correlation;
    }

    /**
     * Gives the degrees of freedom of the intervals: what the measurements would count were they independent, less the parameters.
     *
     * @return at least 1
     */
    public double degreesOfFreedom() {
        return scatter.freedom;
    }

    /**
     * Gives by how much the law misses a curve that it was not fitted to: the root mean square, over the curves, of the error of each
     * when it is foretold by the others.
     *
     * @return on the scale of the fit, so relative for losses; NaN for one curve alone
     */
    public double leftOut() {
        if (leftOut == Double.NEGATIVE_INFINITY) {
            leftOut = LeftOut.error(fit, sizes);
        }
        return leftOut;
    }

    /**
     * Evaluates the law under a schedule.
     *
     * @param schedule any
     * @param steps where, counted from 0
     * @return the losses, in nats per token
     */
    public double[] losses(Schedule schedule, int... steps) {
        ScheduleLaw there = law.over(List.of(schedule));
        double[] parameters = fit.parameters();
        return Arrays.stream(steps)
                .mapToDouble(step -> there.value(parameters, 0, step))
                .toArray();
    }

    /**
     * Estimates the curve that runs under a schedule scatter about.
     *
     * @param schedule any
     * @param level of the intervals, such as 0.95
     * @param steps where, counted from 0
     * @return the curve with its band
     * @throws IllegalArgumentException when level is not between 0 and 1
     */
    public CurvePrediction confidence(Schedule schedule, double level, int... steps) {
        return band(schedule, level, 0, scatter.freedom, steps);
    }

    /**
     * Predicts the measured losses of one more run: the band of the curve and, beside it, the larger of the scatter of measurements and
     * of {@link #leftOut}, the latter with as many degrees of freedom as there are curves.
     *
     * @param schedule any
     * @param level of the intervals, such as 0.95
     * @param steps where, counted from 0
     * @return the curve with its band
     * @throws IllegalArgumentException when level is not between 0 and 1
     */
    public CurvePrediction prediction(Schedule schedule, double level, int... steps) {
        double unlike = leftOut();
        return unlike > scatter.deviation
                ? band(schedule, level, unlike, sizes.length, steps)
                : band(schedule, level, scatter.deviation, scatter.freedom, steps);
    }

    private CurvePrediction band(Schedule schedule, double level, double deviation, double freedom, int... steps) {
        Interval.requireLevel(level);
        Slopes slopes = Slopes.over(law.over(List.of(schedule)), fit, centred);
        double quantile = new TDistribution(freedom).inverseCumulativeProbability((1 + level) / 2);
        double[] losses = losses(schedule, steps);
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            double reach = quantile * Math.hypot(deviation, scatter.error(slopes.at(0, steps[i])));
            intervals.add(around(losses[i], reach, level));
        }
        return new CurvePrediction(Arrays.stream(steps).boxed().toList(), intervals);
    }

    private Interval around(double loss, double reach, double level) {
        return fit.options().scale() == ErrorScale.LOG
                ? new Interval(loss * Math.exp(-reach), loss, loss * Math.exp(reach), level)
                : new Interval(loss - reach, loss, loss + reach, level);
    }

    /**
     * Draws parameters by a wild bootstrap in blocks: stretches of neighbouring residuals keep or change their sign together, and the
     * law is fitted again. The same seed gives the same draws.
     *
     * @param count how many, at least 1
     * @param seed of the random numbers
     * @return parameters of the refits that converged, at most {@code count}; tell readers how many failed
     */
    public List<double[]> draws(int count, long seed) {
        return new BlockBootstrap(fit, sizes, scatter).draws(count, seed);
    }
}
