package dev.temper.toolkit.law.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a law that is a sum of positive terms: {@code L(x) = Σ_k A_k · Π_j x_j^-α_kj}, amplitudes positive. Its coordinates are
 * the logarithms of the amplitudes, then the exponents; in them the logarithm of each term is affine, so that gradient and Hessian of
 * {@code log L} are those of a log-sum-exp. Its parameters are the amplitudes at one unit of each variable, then the exponents.
 *
 * @param variables how many variables there are
 * @param amplitudes how many amplitudes there are
 * @param exponents how many exponents there are
 * @param terms the terms, at least one
 */
public record PowerSum(int variables, int amplitudes, int exponents, List<Term> terms) {
    /**
     * Copies the list and checks that the terms name what is there.
     *
     * @throws IllegalArgumentException with all faults, when a term names an amplitude, exponent or variable that is not there, or
     *     terms that share an amplitude have different powers at their centre
     */
    public PowerSum {
        terms = List.copyOf(terms);
        List<String> faults = new ArrayList<>();
        if (terms.isEmpty()) {
            faults.add("terms must be at least one, but there is none");
        }
        boolean[] named = new boolean[Math.max(0, amplitudes)];
        for (Term term : terms) {
            check("amplitude", term.amplitude(), amplitudes, faults);
            if (term.amplitude() >= 0 && term.amplitude() < amplitudes) {
                if (named[term.amplitude()]) {
                    faults.add("amplitude " + term.amplitude() + " must belong to one term, but belongs to two");
                }
                named[term.amplitude()] = true;
            }
            for (Term.Power power : term.powers()) {
                check("exponent", power.exponent(), exponents, faults);
                check("variable", power.variable(), variables, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private static void check(String what, int index, int size, List<String> faults) {
        if (index < 0 || index >= size) {
            faults.add(what + " must be an index below " + size + ", but is " + index);
        }
    }

    /**
     * A floor and one falling power for each variable, each with an amplitude and an exponent of its own: {@code E + A/x^α + B/y^β}.
     *
     * @param variables how many
     * @return the shape; its parameters are the floor, the amplitudes, the exponents
     */
    public static PowerSum floorAndPowers(int variables) {
        List<Term> terms = new ArrayList<>(List.of(Term.constant(0)));
        for (int v = 0; v < variables; v++) {
            terms.add(Term.power(1 + v, v, v));
        }
        return new PowerSum(variables, 1 + variables, variables, terms);
    }

    int size() {
        return amplitudes + exponents;
    }

    /** Amplitudes at one unit of each variable, and the exponents, from coordinates around centres of the logarithms. */
    double[] parameters(double[] point, double[] centres) {
        double[] parameters = point.clone();
        for (Term term : terms) {
            int a = term.amplitude();
            parameters[a] = Math.exp(point[a] - shift(term, point, centres));
        }
        return parameters;
    }

    /** The inverse of {@link #parameters}; an amplitude that is not positive has no finite logarithm. */
    double[] point(double[] parameters, double[] centres) {
        double[] point = parameters.clone();
        point(parameters, centres, point);
        return point;
    }

    void point(double[] parameters, double[] centres, double[] point) {
        System.arraycopy(parameters, 0, point, 0, point.length);
        for (Term term : terms) {
            int a = term.amplitude();
            point[a] = Math.log(parameters[a]) + shift(term, parameters, centres);
        }
    }

    private double shift(Term term, double[] coordinates, double[] centres) {
        double shift = 0;
        for (Term.Power power : term.powers()) {
            shift -= coordinates[amplitudes + power.exponent()] * power.coefficient() * centres[power.variable()];
        }
        return shift;
    }
}
