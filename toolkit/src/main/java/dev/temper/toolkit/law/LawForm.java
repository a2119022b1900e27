package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.PowerSum;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The shape of a scaling law in one or several variables.
 *
 * <p>A form has two sets of coordinates. Its <em>parameters</em> are those that its formula names and people read. Its <em>centred</em>
 * coordinates are those in which it is fitted: they describe the law around a pivot in the middle of the data, so that they are of order
 * one and little correlated. Both have the same length. The law is linear in the first {@link #linear} centred coordinates when the
 * others, its <em>shape</em>, are held.
 */
public interface LawForm {
    /**
     * Names the form in options.
     *
     * @return one lower-case word, or several with hyphens
     */
    String key();

    /**
     * Names the form in text.
     *
     * @return a phrase
     */
    String name();

    /**
     * Writes the formula with the names of the parameters and of the variables.
     *
     * @return plain text
     */
    String formula();

    /**
     * Writes the formula for a page.
     *
     * @return LaTeX without dollar signs
     */
    String latex();

    /**
     * Says where the form comes from.
     *
     * @return authors, year and the number of the paper
     */
    String source();

    /**
     * Lists the variables.
     *
     * @return at least one
     */
    List<Variable> variables();

    /**
     * Lists the parameters.
     *
     * @return at least one
     */
    List<Parameter> parameters();

    /**
     * Tells which parameter is the value that the law levels off at.
     *
     * @return its index, also among the centred coordinates; empty when the law has no floor of its own
     */
    OptionalInt floor();

    /**
     * Tells whether the law can only fall, or only rise, in its variables; such a form is refused where the data turn back.
     *
     * @return false for forms that may turn
     */
    boolean monotone();

    /**
     * Evaluates the law.
     *
     * @param parameters one value for each parameter
     * @param x one number for each variable, in its domain
     * @return the value of the law, in the unit of the data
     */
    double value(double[] parameters, double... x);

    /**
     * Differentiates {@link #value} in the parameters.
     *
     * @param parameters one value for each parameter
     * @param x one number for each variable, in its domain
     * @return one derivative for each parameter
     */
    double[] gradient(double[] parameters, double... x);

    /**
     * Turns centred coordinates into parameters.
     *
     * @param centred coordinates around the pivot
     * @param pivot one number for each variable
     * @return the parameters
     */
    default double[] parametersOf(double[] centred, double[] pivot) {
        return centred.clone();
    }

    /**
     * Turns parameters into centred coordinates; the inverse of {@link #parametersOf}.
     *
     * @param parameters one value for each parameter
     * @param pivot one number for each variable
     * @return coordinates around the pivot
     */
    default double[] centredOf(double[] parameters, double[] pivot) {
        return parameters.clone();
    }

    /**
     * Differentiates {@link #parametersOf}.
     *
     * @param centred coordinates around the pivot
     * @param pivot one number for each variable
     * @return at {@code [i][j]} the derivative of parameter i in coordinate j
     */
    default double[][] jacobian(double[] centred, double[] pivot) {
        double[][] identity = new double[centred.length][centred.length];
        for (int j = 0; j < centred.length; j++) {
            identity[j][j] = 1;
        }
        return identity;
    }

    /**
     * Says what a reader must know of these parameters before trusting them.
     *
     * @param parameters one value for each parameter
     * @param design the variables of the data
     * @return empty when there is nothing to warn of
     */
    default Set<FitWarning> cautions(double[] parameters, Design design) {
        return Set.of();
    }

    /**
     * Gives the range that each centred coordinate is searched in.
     *
     * @param design the variables of the data and their pivot
     * @param options bounds known beforehand
     * @return two rows: lower ends and upper ends, infinite where there is none
     */
    double[][] bounds(Design design, FitOptions options);

    /**
     * Counts the leading centred coordinates that the law is linear in when the others are held.
     *
     * @return 0 or more
     */
    int linear();

    /**
     * Gives the shapes that starting points are looked for on; for every shape the best of the linear coordinates follow by linear least
     * squares.
     *
     * @param design the variables of the data and their pivot
     * @return rows of the centred coordinates that come after the linear ones
     */
    List<double[]> shapes(Design design);

    /**
     * Tells what the places of the data hide of the law, whatever the values there: with one size of model alone, nothing is seen of the
     * term of the size. Such data are refused.
     *
     * @param data where the law was measured
     * @return phrases that name what must be otherwise; empty when nothing is hidden
     */
    default List<String> gaps(Observations data) {
        if (variables().size() == 1) {
            return List.of();
        }
        return data.constants(variables()).stream()
                .map(gap -> gap + "; add runs that vary it, or fit a form without it")
                .toList();
    }

    /**
     * Gives the law as a sum of positive powers of its variables, which is fitted to the logarithms of values by a faster and surer
     * method. The parameters of the sum, its amplitudes and then its exponents, are the parameters of the form in their order, and the
     * exponents are centred coordinates as they are.
     *
     * @return empty when the law is no such sum
     */
    default Optional<PowerSum> sum() {
        return Optional.empty();
    }
}
