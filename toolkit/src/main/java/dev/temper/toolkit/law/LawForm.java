package dev.temper.toolkit.law;

import java.util.List;

/**
 * The shape of a scaling law in one variable, the token budget.
 *
 * <p>A form has two sets of coordinates. Its <em>parameters</em> are those that its formula names and people read. Its <em>centred</em>
 * coordinates are those in which it is fitted: they describe the curve around a pivot budget in the middle of the data, so that they
 * are of order one and little correlated. Both have the same length, and the first of both is the asymptote.
 */
public interface LawForm {
    /**
     * Names the form in options.
     *
     * @return one lower-case word
     */
    String key();

    /**
     * Names the form in text.
     *
     * @return a phrase
     */
    String name();

    /**
     * Writes the formula with the names of the parameters and {@code B} for the budget.
     *
     * @return plain text
     */
    String formula();

    /**
     * Lists the parameters, the asymptote first.
     *
     * @return at least two
     */
    List<Parameter> parameters();

    /**
     * Evaluates the law.
     *
     * @param parameters one value for each parameter
     * @param budget tokens, positive
     * @return the value of the law, in the unit of the asymptote
     */
    double value(double[] parameters, double budget);

    /**
     * Differentiates {@link #value} in the parameters.
     *
     * @param parameters one value for each parameter
     * @param budget tokens, positive
     * @return one derivative for each parameter
     */
    double[] gradient(double[] parameters, double budget);

    /**
     * Turns centred coordinates into parameters.
     *
     * @param centred coordinates around the pivot
     * @param pivot tokens, positive
     * @return the parameters
     */
    double[] parametersOf(double[] centred, double pivot);

    /**
     * Turns parameters into centred coordinates; the inverse of {@link #parametersOf}.
     *
     * @param parameters one value for each parameter
     * @param pivot tokens, positive
     * @return coordinates around the pivot
     */
    double[] centredOf(double[] parameters, double pivot);

    /**
     * Differentiates {@link #parametersOf}.
     *
     * @param centred coordinates around the pivot
     * @param pivot tokens, positive
     * @return at {@code [i][j]} the derivative of parameter i in coordinate j
     */
    double[][] jacobian(double[] centred, double pivot);

    /**
     * Gives the range that each centred coordinate is searched in.
     *
     * @param design the budgets of the data and their pivot
     * @param options bounds known beforehand
     * @return two rows: lower ends and upper ends, infinite where there is none
     */
    double[][] bounds(Design design, FitOptions options);

    /**
     * Gives the grid of shapes that starting points are looked for on. The coordinates between the asymptote, which is the first, and
     * the shape are those that the law is linear in; for every shape the best of them follow by linear least squares.
     *
     * @param design the budgets of the data and their pivot
     * @return rows of centred coordinates from the third on
     */
    List<double[]> shapes(Design design);
}
