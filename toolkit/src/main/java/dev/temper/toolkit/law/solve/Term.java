package dev.temper.toolkit.law.solve;

import java.util.List;
import java.util.stream.Stream;

/**
 * One term of a sum: an amplitude times powers of variables, {@code A·x^-α·y^-β}.
 *
 * @param amplitude index of the amplitude among the amplitudes of the law; terms that share one have it tied
 * @param powers the powers, none for a constant
 */
public record Term(int amplitude, List<Power> powers) {
    /**
     * What an exponent multiplies within a term: {@code exp(-exponent·(coefficient·log x + offset))}.
     *
     * @param exponent index of the exponent among the exponents of the law; terms that share one have it tied
     * @param variable index of the variable
     * @param coefficient of the logarithm of the variable; 1 for a falling power, -1 for a rising one
     * @param offset beside the logarithm; log 6 for a power of six times the variable
     */
    public record Power(int exponent, int variable, double coefficient, double offset) {
        double of(double log) {
            return coefficient * log + offset;
        }
    }

    /** Copies the powers. */
    public Term {
        powers = List.copyOf(powers);
    }

    /**
     * Makes a term without a variable.
     *
     * @param amplitude index of its amplitude
     * @return the term
     */
    public static Term constant(int amplitude) {
        return new Term(amplitude, List.of());
    }

    /**
     * Makes a term of one falling power.
     *
     * @param amplitude index of its amplitude
     * @param exponent index of its exponent
     * @param variable index of its variable
     * @return the term
     */
    public static Term power(int amplitude, int exponent, int variable) {
        return constant(amplitude).times(exponent, variable, 1, 0);
    }

    /**
     * Multiplies the term by one more power.
     *
     * @param exponent index of the exponent
     * @param variable index of the variable
     * @param coefficient of the logarithm of the variable
     * @param offset beside the logarithm
     * @return the product
     */
    public Term times(int exponent, int variable, double coefficient, double offset) {
        return new Term(
                amplitude,
                Stream.concat(powers.stream(), Stream.of(new Power(exponent, variable, coefficient, offset)))
                        .toList());
    }

    /** The logarithm of the term over its amplitude. */
    double log(double[] exponents, double[] logs) {
        double log = 0;
        for (Power power : powers) {
            log -= exponents[power.exponent] * power.of(logs[power.variable]);
        }
        return log;
    }
}
