package dev.temper.toolkit.law;

/** A law with its numbers put in. */
@FunctionalInterface
public interface Curve {
    /**
     * Evaluates the law.
     *
     * @param x one number for each variable
     * @return the value, in the unit of the data
     */
    double value(double... x);
}
