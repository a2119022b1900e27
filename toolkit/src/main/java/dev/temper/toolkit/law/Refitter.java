package dev.temper.toolkit.law;

/**
 * Fits the law of a fit again, with the same form and options, from its optimum: what a bootstrap does thousands of times. An instance
 * holds the arrays of one search, so each thread takes its own from {@link Fit#refitter}; what it returns depends on its arguments
 * alone, whatever was fitted before.
 */
@FunctionalInterface
public interface Refitter {
    /**
     * Fits again.
     *
     * @param values at the places of the observations, in their order and unit
     * @param weights in their order, 0 or more; counts for a bootstrap of cases
     * @return the optimum that the search ended at
     * @throws IllegalArgumentException when the lengths differ from the observations', a value has no place on the scale of the fit, or
     *     no weight is positive
     */
    Refit fit(double[] values, double[] weights);
}
