package dev.temper.toolkit.law;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A law with its numbers and what is known of their uncertainty. Immutable.
 *
 * <p>Intervals stand on the lack-of-fit mean square with its degrees of freedom, and never on less of it than pure error allows
 * ({@link Noise#lackOfFitLeads}); {@link #method} tells how they were made. Those of a loss stay positive. Where the data give no measure of noise at all (one seed, and as many budgets as
 * parameters) they are unbounded. With as many budgets as parameters and several seeds they stand on seed noise alone, which cannot tell
 * whether the law is wrong; the fit then carries {@link FitWarning#FEW_BUDGETS}.
 */
public final class Fit {
    private final Observations observations;
    private final Uncertainty uncertainty;
    private final Convergence convergence;
    private final Set<FitWarning> warnings;
    private final String choice;

    Fit(
            Observations observations,
            Uncertainty uncertainty,
            Convergence convergence,
            Set<FitWarning> warnings,
            String choice) {
        this.observations = observations;
        this.uncertainty = uncertainty;
        this.convergence = convergence;
        this.warnings = warnings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(warnings));
        this.choice = choice;
    }

    /**
     * Says why this form was chosen.
     *
     * @param reason a sentence without a full stop
     * @return the same fit with this choice
     */
    public Fit because(String reason) {
        return new Fit(observations, uncertainty, convergence, warnings, reason);
    }

    /**
     * Gives the law.
     *
     * @return the form that was fitted
     */
    public LawForm form() {
        return uncertainty.problem.form;
    }

    /**
     * Says why this form was fitted and not another.
     *
     * @return a sentence without a full stop
     */
    public String choice() {
        return choice;
    }

    /**
     * Gives what was known before the fit.
     *
     * @return the options
     */
    public FitOptions options() {
        return uncertainty.problem.options;
    }

    /**
     * Gives the ranges of the variables.
     *
     * @return one for each variable
     */
    public Design design() {
        return uncertainty.problem.design;
    }

    /**
     * Gives the number of runs fitted.
     *
     * @return at least the number of parameters
     */
    public int runs() {
        return uncertainty.problem.rows.length;
    }

    /**
     * Gives the number of distinct points fitted: budgets, or settings of all variables.
     *
     * @return at least the number of parameters
     */
    public int points() {
        return uncertainty.data.points();
    }

    /**
     * Gives the fitted parameters, in the order of the form.
     *
     * @return a new array
     */
    public double[] parameters() {
        return uncertainty.parametersOf(uncertainty.centred);
    }

    /**
     * Gives the fitted parameters with standard errors and intervals.
     *
     * @param level of the intervals, such as 0.95
     * @return one for each parameter of the form
     */
    public List<Estimate> estimates(double level) {
        return IntStream.range(0, form().parameters().size())
                .mapToObj(i -> uncertainty.parameter(i, level))
                .toList();
    }

    /**
     * Gives the covariance of the parameters by the delta method, whatever the method of the intervals.
     *
     * @return a square matrix in the order of the form; NaN when the data give no measure of noise
     */
    public double[][] covariance() {
        return uncertainty.parameterCovariance();
    }

    /**
     * Gives what was fitted.
     *
     * @return the observations as given
     */
    public Observations observations() {
        return observations;
    }

    /**
     * Evaluates the law where it was measured.
     *
     * @return a new array, for each observation the law in the unit of the data
     */
    public double[] fitted() {
        return Arrays.stream(observations.rows)
                .mapToDouble(row -> uncertainty.problem.value(uncertainty.centred, row))
                .toArray();
    }

    /**
     * Gives what the law leaves.
     *
     * @return a new array, for each observation its value less the law on the scale of the fit, whatever its weight
     */
    public double[] residuals() {
        return Arrays.stream(uncertainty.problem.differences(uncertainty.centred))
                .map(difference -> -difference)
                .toArray();
    }

    /**
     * Gives how much each observation draws the law to itself: the diagonal of the hat matrix of the law made linear at its optimum.
     *
     * @return a new array of numbers from 0 to 1, whose sum is the number of parameters that the data see
     */
    public double[] leverages() {
        return uncertainty.leverages();
    }

    /**
     * Fits other values or weights at the same places, from this optimum. The threshold of a loss that adapts stays that of this fit.
     *
     * @return a new one, for one thread
     */
    public Refitter refitter() {
        Problem problem = uncertainty.problem;
        return SumSearch.of(problem)
                .<Refitter>map(search -> new SumRefitter(problem, search, uncertainty.centred))
                .orElseGet(() -> new SearchRefitter(problem, uncertainty.centred));
    }

    /**
     * Evaluates the fitted law.
     *
     * @param x one number for each variable, in its domain
     * @return the value, in the unit of the data
     */
    public double value(double... x) {
        return uncertainty.problem.value(uncertainty.centred, Variable.require(form().variables(), x));
    }

    /**
     * Estimates where the curve is at a budget: the band that the law itself lies in.
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
        return uncertainty.at(Variable.require(form().variables(), x), level, false);
    }

    /**
     * Predicts one more run at a budget: the band of the law, and the noise of a run beside it.
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
        return uncertainty.at(Variable.require(form().variables(), x), level, true);
    }

    /**
     * Gives the standard error of the curve at a budget, on the scale of the residuals.
     *
     * @param x one number for each variable, in its domain
     * @return a relative error for losses, a plain one for gains; NaN when the data give no measure of noise
     */
    public double standardError(double... x) {
        return uncertainty.standardError(Variable.require(form().variables(), x));
    }

    /**
     * Draws curves out of the joint uncertainty of the parameters; the spread of many is the band that {@link #confidence} gives. The
     * same seed gives the same curves.
     *
     * @param count how many, at least 1
     * @param seed of the random numbers
     * @return functions of the variables
     * @throws IllegalStateException when the data give no measure of noise; ask {@link #method} first
     */
    public List<Curve> draws(int count, long seed) {
        if (method() == IntervalMethod.NONE) {
            throw new IllegalStateException("degreesOfFreedom must be at least 1 to draw curves, but is 0;"
                    + " add a second seed or another budget");
        }
        return uncertainty.curves(count, seed);
    }

    /**
     * Tells how the intervals were made.
     *
     * @return the method
     */
    public IntervalMethod method() {
        return uncertainty.method;
    }

    /**
     * Gives the degrees of freedom of the intervals.
     *
     * @return 0 when the data give no measure of noise
     */
    public int degreesOfFreedom() {
        return uncertainty.noise.degreesOfFreedom();
    }

    /**
     * Gives how far outside the data a place lies.
     *
     * @param x one number for each variable, in its domain
     * @return 1 within the data; else the largest ratio of a variable and the nearest end of its data, above 1
     */
    public double extrapolation(double... x) {
        Variable.require(form().variables(), x);
        return IntStream.range(0, x.length)
                .mapToDouble(v -> design().range(v).extrapolation(x[v]))
                .max()
                .orElseThrow();
    }

    /**
     * Gives the noise and the lack of fit.
     *
     * @return mean squares on the scale of the residuals
     */
    public Noise noise() {
        return uncertainty.noise;
    }

    /**
     * Gives how the search went.
     *
     * @return counts and proofs
     */
    public Convergence convergence() {
        return convergence;
    }

    /**
     * Gives what to know before trusting the fit.
     *
     * @return empty when there is nothing to warn of
     */
    public Set<FitWarning> warnings() {
        return warnings;
    }
}
