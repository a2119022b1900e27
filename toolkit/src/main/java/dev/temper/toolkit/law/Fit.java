package dev.temper.toolkit.law;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A law with its numbers and what is known of their uncertainty. Immutable.
 *
 * <p>Intervals stand on the larger of the lack-of-fit and the pure-error mean square, with its degrees of freedom; {@link #method} tells
 * how they were made. Those of a loss stay positive. Where the data give no measure of noise at all (one seed, and as many budgets as
 * parameters) they are unbounded. With as many budgets as parameters and several seeds they stand on seed noise alone, which cannot tell
 * whether the law is wrong; the fit then carries {@link FitWarning#FEW_BUDGETS}.
 */
public final class Fit {
    private final Uncertainty uncertainty;
    private final Convergence convergence;
    private final Set<FitWarning> warnings;
    private final String choice;

    Fit(Uncertainty uncertainty, Convergence convergence, Set<FitWarning> warnings, String choice) {
        this.uncertainty = uncertainty;
        this.convergence = convergence;
        this.warnings = warnings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(warnings));
        this.choice = choice;
    }

    Fit because(String reason) {
        return new Fit(uncertainty, convergence, warnings, reason);
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
     * Gives the range of the data.
     *
     * @return smallest budget, geometric mean and largest budget
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
        return uncertainty.problem.budgets.length;
    }

    /**
     * Gives the number of distinct budgets fitted.
     *
     * @return at least the number of parameters
     */
    public int budgets() {
        return uncertainty.data.budgets();
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
     * Evaluates the fitted law.
     *
     * @param budget tokens, positive
     * @return the value, in the unit of the data
     */
    public double value(double budget) {
        return uncertainty.problem.value(uncertainty.centred, requireBudget(budget));
    }

    /**
     * Estimates where the curve is at a budget: the band that the law itself lies in.
     *
     * @param budget tokens, positive
     * @param level of the interval, such as 0.95
     * @return unbounded when the data give no measure of noise
     */
    public Interval confidence(double budget, double level) {
        return uncertainty.at(requireBudget(budget), level, false);
    }

    /**
     * Predicts one more run at a budget: the band of the law, and the noise of a run beside it.
     *
     * @param budget tokens, positive
     * @param level of the interval, such as 0.95
     * @return unbounded when the data give no measure of noise
     */
    public Interval prediction(double budget, double level) {
        return uncertainty.at(requireBudget(budget), level, true);
    }

    /**
     * Gives the standard error of the curve at a budget, on the scale of the residuals.
     *
     * @param budget tokens, positive
     * @return a relative error for losses, a plain one for gains; NaN when the data give no measure of noise
     */
    public double standardError(double budget) {
        return uncertainty.standardError(requireBudget(budget));
    }

    /**
     * Draws curves out of the joint uncertainty of the parameters; the spread of many is the band that {@link #confidence} gives. The
     * same seed gives the same curves.
     *
     * @param count how many, at least 1
     * @param seed of the random numbers
     * @return functions of tokens
     * @throws IllegalStateException when the data give no measure of noise; ask {@link #method} first
     */
    public List<DoubleUnaryOperator> draws(int count, long seed) {
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
     * Gives how far outside the data a budget lies.
     *
     * @param budget tokens, positive
     * @return 1 within the data; else the ratio of the budget and the nearest end of the data, above 1
     */
    public double extrapolation(double budget) {
        return Math.max(1, Math.max(budget / design().largest(), design().smallest() / budget));
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

    private static double requireBudget(double budget) {
        if (!(budget > 0 && Double.isFinite(budget))) {
            throw new IllegalArgumentException("budget must be positive and finite, but is " + budget);
        }
        return budget;
    }
}
