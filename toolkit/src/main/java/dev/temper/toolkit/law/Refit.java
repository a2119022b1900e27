package dev.temper.toolkit.law;

/**
 * One more fit of a law to other values or weights at the same places.
 *
 * @param parameters in the order of the form; not copied
 * @param objective as {@link Convergence#objective} counts it
 * @param converged whether the search ended by its proof
 */
@SuppressWarnings("ArrayRecordComponent") // one of thousands on its way to their spread, compared by nobody
public record Refit(double[] parameters, double objective, boolean converged) {}
