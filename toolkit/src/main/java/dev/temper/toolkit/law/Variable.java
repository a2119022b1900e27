package dev.temper.toolkit.law;

import java.util.List;

/**
 * One variable of a law: what is chosen before a run, such as its tokens.
 *
 * @param name its symbol, as the formula writes it
 * @param unit its unit in words
 * @param meaning one phrase that says what it is
 * @param domain the numbers that it may take
 */
public record Variable(String name, String unit, String meaning, Domain domain) {
    /** The numbers that a variable may take. */
    public enum Domain {
        /** Above zero, on a log axis. */
        POSITIVE("positive and finite"),
        /** From 0 to 1. */
        SHARE("between 0 and 1"),
        /** Any number. */
        ANY("finite");

        private final String bound;

        Domain(String bound) {
            this.bound = bound;
        }

        /**
         * Says what is allowed.
         *
         * @return words that follow "must be"
         */
        public String bound() {
            return bound;
        }

        /**
         * Tells whether a number is allowed.
         *
         * @param value any number
         * @return false for NaN and infinities
         */
        public boolean holds(double value) {
            return Double.isFinite(value)
                    && switch (this) {
                        case POSITIVE -> value > 0;
                        case SHARE -> value >= 0 && value <= 1;
                        case ANY -> true;
                    };
        }
    }

    /**
     * Makes a positive variable.
     *
     * @param name its symbol
     * @param unit its unit in words
     * @param meaning one phrase
     * @return the variable
     */
    public static Variable positive(String name, String unit, String meaning) {
        return new Variable(name, unit, meaning, Domain.POSITIVE);
    }

    /**
     * Makes the variable of laws in one: the tokens of a run.
     *
     * @return B, positive
     */
    public static Variable budget() {
        return positive("B", "tokens", "budget of a run");
    }

    /**
     * Returns a place if it is one.
     *
     * @param variables of a law
     * @param x one number for each
     * @return the same array
     * @throws IllegalArgumentException when there is not a number for each, or one lies outside its domain
     */
    public static double[] require(List<Variable> variables, double[] x) {
        if (x.length != variables.size()) {
            throw new IllegalArgumentException(
                    "x must have a number for each of " + variables.size() + " variables, but has " + x.length);
        }
        for (int v = 0; v < x.length; v++) {
            Variable variable = variables.get(v);
            if (!variable.domain.holds(x[v])) {
                throw new IllegalArgumentException(
                        variable.name + " must be " + variable.domain.bound() + ", but is " + x[v]);
            }
        }
        return x;
    }
}
