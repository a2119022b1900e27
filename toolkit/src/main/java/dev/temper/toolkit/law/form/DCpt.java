package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;

/**
 * The law of domain-specific continual pre-training, {@code E + A·N^-α + B·r^η·D^-β + C·(r+ε)^-γ}, where r is the share of the domain in
 * the mixture; for the general text's own loss give its share instead. Centred: E, what each of the three terms amounts to at the pivot,
 * the exponents, and the logarithm of ε.
 */
final class DCpt extends NamedForm {
    private static final int E = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;
    private static final int ALPHA = 4;
    private static final int BETA = 5;
    private static final int ETA = 6;
    private static final int GAMMA = 7;
    private static final int EPSILON = 8;
    private static final double LEAST_EPSILON = 1e-4;

    DCpt() {
        super(
                new Title(
                        "d-cpt",
                        "law of domain-specific continual pre-training",
                        "E + A·N^-α + B·r^η·D^-β + C·(r+ε)^-γ",
                        "E + A\\,N^{-\\alpha} + B\\,r^{\\eta} D^{-\\beta} + C\\,(r+\\epsilon)^{-\\gamma}",
                        "Que et al. 2024, arXiv 2406.01375, law L3"),
                List.of(
                        Chinchilla.SIZE,
                        Chinchilla.TOKENS,
                        new Variable("r", "share of 1", "share of the domain in the mixture", Variable.Domain.SHARE)),
                List.of(
                        new Parameter("E", OF_THE_VALUE, "loss that nothing takes away"),
                        new Parameter("A", OF_THE_VALUE, "what the size adds at one parameter"),
                        new Parameter("B", OF_THE_VALUE, "what the data add at one token of the domain alone"),
                        new Parameter("C", OF_THE_VALUE, "what a small share adds"),
                        new Parameter("α", NONE, "exponent of the size"),
                        new Parameter("β", NONE, "exponent of the tokens"),
                        new Parameter("η", NONE, "exponent of the share in the term of the data"),
                        new Parameter("γ", NONE, "exponent of the share in its own term"),
                        new Parameter("ε", "share of 1", "what keeps the law finite without the domain")));
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(E);
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public int linear() {
        return 4;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[E]
                + p[A] * Math.pow(x[0], -p[ALPHA])
                + p[B] * Math.pow(x[2], p[ETA]) * Math.pow(x[1], -p[BETA])
                + p[C] * Math.pow(x[2] + p[EPSILON], -p[GAMMA]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double size = Math.pow(x[0], -p[ALPHA]);
        double data = Math.pow(x[2], p[ETA]) * Math.pow(x[1], -p[BETA]);
        double base = x[2] + p[EPSILON];
        double share = Math.pow(base, -p[GAMMA]);
        return new double[] {
            1,
            size,
            data,
            share,
            -p[A] * size * Math.log(x[0]),
            -p[B] * data * Math.log(x[1]),
            x[2] > 0 ? p[B] * data * Math.log(x[2]) : 0,
            -p[C] * share * Math.log(base),
            -p[C] * p[GAMMA] * share / base
        };
    }

    /** The pivot of the share; where no run has any of the domain its term in the data is not there to be centred. */
    private static double share(double[] pivots) {
        return pivots[2] > 0 ? pivots[2] : 1;
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        double epsilon = Math.exp(c[EPSILON]);
        double[] p = c.clone();
        p[A] = c[A] * Math.pow(pivots[0], c[ALPHA]);
        p[B] = c[B] * Math.pow(share(pivots), -c[ETA]) * Math.pow(pivots[1], c[BETA]);
        p[C] = c[C] * Math.pow(share(pivots) + epsilon, c[GAMMA]);
        p[EPSILON] = epsilon;
        return p;
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        double[] c = p.clone();
        c[A] = p[A] * Math.pow(pivots[0], -p[ALPHA]);
        c[B] = p[B] * Math.pow(share(pivots), p[ETA]) * Math.pow(pivots[1], -p[BETA]);
        c[C] = p[C] * Math.pow(share(pivots) + p[EPSILON], -p[GAMMA]);
        c[EPSILON] = Math.log(p[EPSILON]);
        return c;
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        double[] p = parametersOf(c, pivots);
        double base = share(pivots) + p[EPSILON];
        jacobian[A][A] = Math.pow(pivots[0], c[ALPHA]);
        jacobian[A][ALPHA] = p[A] * Math.log(pivots[0]);
        jacobian[B][B] = Math.pow(share(pivots), -c[ETA]) * Math.pow(pivots[1], c[BETA]);
        jacobian[B][BETA] = p[B] * Math.log(pivots[1]);
        jacobian[B][ETA] = -p[B] * Math.log(share(pivots));
        jacobian[C][C] = Math.pow(base, c[GAMMA]);
        jacobian[C][GAMMA] = p[C] * Math.log(base);
        jacobian[C][EPSILON] = p[C] * c[GAMMA] / base * p[EPSILON];
        jacobian[EPSILON][EPSILON] = p[EPSILON];
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double amplitude = leastAmplitude(options.falling());
        double least = PowerLaw.LEAST_EXPONENT;
        double greatest = PowerLaw.GREATEST_EXPONENT;
        double endless = Double.POSITIVE_INFINITY;
        return new double[][] {
            {
                options.asymptoteLower(),
                amplitude,
                amplitude,
                amplitude,
                least,
                least,
                least,
                least,
                Math.log(LEAST_EPSILON)
            },
            {options.asymptoteUpper(), endless, endless, endless, greatest, greatest, greatest, greatest, 0}
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        double[] exponents = Grid.geometric(0.08, 1.2, 5);
        return Grid.of(
                exponents,
                exponents,
                Grid.geometric(0.08, 1.2, 4),
                Grid.geometric(0.08, 1.2, 4),
                Grid.even(Math.log(0.003), Math.log(0.7), 4));
    }
}
