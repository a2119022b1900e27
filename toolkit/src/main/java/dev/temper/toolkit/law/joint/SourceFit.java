package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.Estimate;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * The curve of one source out of a joint fit. Intervals are percentiles of the joint draws, so they agree with the probabilities of ranks
 * that are counted on draws; where the data give no measure of noise they are unbounded.
 */
public final class SourceFit {
    /** One standard deviation above the middle of a normal distribution. */
    private static final double UPPER = 0.8413447460685429;

    private final JointFit joint;
    private final Pool pool;
    private final int index;
    private final Cells cells;
    private final double[] parameters;
    private final Design design;

    SourceFit(JointFit joint, Pool pool, int index) {
        this.joint = joint;
        this.pool = pool;
        this.index = index;
        this.cells = pool.cells.get(index);
        this.parameters = coordinates().parameters(pool.point(index));
        this.design = Start.design(List.of(cells));
    }

    private Coordinates coordinates() {
        return pool.layout.coordinates;
    }

    /**
     * Names the source.
     *
     * @return its name
     */
    public String name() {
        return cells.name;
    }

    /**
     * Gives the source fitted by itself, with its own warnings, to stand beside this.
     *
     * @return empty when it has fewer distinct points than the law has parameters
     */
    public Optional<Fit> alone() {
        return cells.alone();
    }

    /**
     * Counts the runs.
     *
     * @return at least 1
     */
    public int runs() {
        return cells.runs;
    }

    /**
     * Counts the distinct points: budgets, or settings of all variables.
     *
     * @return at least 1
     */
    public int points() {
        return cells.points();
    }

    /**
     * Gives the ranges of the variables of this source.
     *
     * @return one for each variable
     */
    public Design design() {
        return design;
    }

    /**
     * Gives the fitted parameters, with the shrink scales at their posterior medians.
     *
     * @return a new array, in the order of the form
     */
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * Gives the fitted parameters with standard errors and intervals.
     *
     * @param level of the intervals, such as 0.95
     * @return one for each parameter of the form
     */
    public List<Estimate> estimates(double level) {
        LawForm form = joint.form();
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            int which = i;
            Parameter parameter = form.parameters().get(i);
            double[] drawn = measuresNoise()
                    ? IntStream.range(0, joint.draws().count())
                            .mapToDouble(draw -> joint.draws().parameters(draw, name())[which])
                            .toArray()
                    : new double[0];
            estimates.add(new Estimate(parameter, spread(drawn), Interval.ofDraws(parameters[i], drawn, level)));
        }
        return estimates;
    }

    /**
     * Gives the covariance of the parameters by the delta method, with the shrink scales at their posterior medians.
     *
     * @return a square matrix in the order of the form; NaN when the data give no measure of noise
     */
    public double[][] covariance() {
        return pool.parameterCovariance(index);
    }

    /**
     * Evaluates the curve.
     *
     * @param x one number for each variable, in its domain
     * @return the value, in the unit of the data
     */
    public double value(double... x) {
        return joint.form().value(parameters, Variable.require(joint.form().variables(), x));
    }

    /**
     * Estimates where the curve is at a budget.
     *
     * @param x the variable of a law in one, such as tokens
     * @param level of the interval, such as 0.95
     * @return unbounded when the data give no measure of noise
     */
    public Interval confidence(double x, double level) {
        return confidence(new double[] {x}, level);
    }

    /**
     * As {@link #confidence(double, double)}, for a law in several variables.
     *
     * @param x one number for each variable, in its domain
     * @param level of the interval, such as 0.95
     * @return unbounded when the data give no measure of noise
     */
    public Interval confidence(double[] x, double level) {
        double value = value(x);
        return Interval.ofDraws(value, measuresNoise() ? joint.draws().values(name(), x) : new double[0], level);
    }

    /**
     * Predicts one more run at a budget.
     *
     * @param x the variable of a law in one, such as tokens
     * @param level of the interval, such as 0.95
     * @return unbounded when the data give no measure of noise
     */
    public Interval prediction(double x, double level) {
        return prediction(new double[] {x}, level);
    }

    /**
     * As {@link #prediction(double, double)}, for a law in several variables.
     *
     * @param x one number for each variable, in its domain
     * @param level of the interval, such as 0.95
     * @return unbounded when the data give no measure of noise
     */
    public Interval prediction(double[] x, double level) {
        double value = value(x);
        if (!measuresNoise()) {
            return Interval.unbounded(value, level);
        }
        double[] drawn = joint.draws().values(name(), x);
        double[] noise = joint.draws().runNoise(name());
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = coordinates().back(coordinates().scaled(drawn[i]) + noise[i]);
        }
        return Interval.ofDraws(value, drawn, level);
    }

    /**
     * Gives the standard error of the curve at a budget, on the scale of the residuals: what times a quantile of Student's t, with
     * {@link #degreesOfFreedom}, reaches about as far as the draws.
     *
     * @param x one number for each variable, in its domain
     * @return a relative error for losses, a plain one for gains; NaN when the data give no measure of noise
     */
    public double standardError(double... x) {
        Variable.require(joint.form().variables(), x);
        return measuresNoise()
                ? spread(Arrays.stream(joint.draws().values(name(), x))
                        .map(coordinates()::scaled)
                        .toArray())
                : Double.NaN;
    }

    /**
     * Gives how far outside the data of this source a place lies.
     *
     * @param x one number for each variable, in its domain
     * @return 1 within the data; else the largest ratio of a variable and the nearest end of its data, above 1
     */
    public double extrapolation(double... x) {
        Variable.require(joint.form().variables(), x);
        return IntStream.range(0, x.length)
                .mapToDouble(v -> beyond(design.range(v), x[v]))
                .max()
                .orElseThrow();
    }

    private static double beyond(Design.Range range, double x) {
        return range.smallest() > 0 ? Math.max(1, Math.max(x / range.largest(), range.smallest() / x)) : 1;
    }

    /**
     * Gives the mean square that the intervals stand on, on the scale of the residuals.
     *
     * @return the larger of lack of fit and pure error, pooled over the sources unless they differ in it; of one source alone that of
     *     its own fit; NaN when the data give no measure of noise
     */
    public double meanSquare() {
        double sigma = pool.scales.sigma[index];
        return measuresNoise() ? sigma * sigma : Double.NaN;
    }

    /**
     * Gives the degrees of freedom of {@link #meanSquare}.
     *
     * @return 0 when the data give no measure of noise
     */
    public double degreesOfFreedom() {
        return pool.scales.df[index];
    }

    /**
     * Tells whether the data measure the noise that intervals and draws stand on.
     *
     * @return false when intervals are unbounded
     */
    public boolean measuresNoise() {
        return pool.measuresNoise();
    }

    /**
     * Gives what to know of this source.
     *
     * @return empty when there is nothing to warn of
     */
    public Set<JointWarning> warnings() {
        Set<JointWarning> warnings = EnumSet.noneOf(JointWarning.class);
        if (cells.alone().isEmpty()) {
            warnings.add(JointWarning.SERVED_BY_OTHERS);
        }
        if (JointFitting.turns(cells)) {
            warnings.add(JointWarning.TURNS_APART);
        }
        if (pool.atBound(index)) {
            warnings.add(JointWarning.AT_A_BOUND);
        }
        return Collections.unmodifiableSet(warnings);
    }

    /** Half the width of the middle 68 %, finite where tails are not, less what Student's t adds to it. */
    private double spread(double[] drawn) {
        if (drawn.length == 0) {
            return Double.NaN;
        }
        double t = new TDistribution(degreesOfFreedom()).inverseCumulativeProbability(UPPER);
        return (percentile(drawn, UPPER) - percentile(drawn, 1 - UPPER)) / (2 * t);
    }

    private static double percentile(double[] drawn, double share) {
        return new Percentile().evaluate(drawn, 100 * share);
    }
}
