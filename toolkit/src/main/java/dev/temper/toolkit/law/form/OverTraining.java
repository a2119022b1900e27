package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;

/**
 * The law for models trained on more tokens than is best for their size, {@code E + a·N^b + c·6^(b/2)·(M·N)^b}: size and tokens share an
 * exponent, so that at a fixed number M of tokens for each parameter the loss is a power law in compute whose exponent does not depend on
 * M. Written and signed as in the authors' code, with b below 0. Centred: E, what either term amounts to at the pivot, and b.
 */
final class OverTraining extends NamedForm {
    OverTraining() {
        super(
                new Title(
                        "over-training",
                        "over-training law",
                        "E + a·N^b + c·6^(b/2)·(M·N)^b",
                        "E + a\\,N^{b} + c\\,6^{b/2}\\,(M N)^{b}",
                        "Gadre et al. 2024, arXiv 2403.08540"),
                List.of(
                        Chinchilla.SIZE,
                        Variable.positive("M", "tokens per parameter", "tokens trained on for each parameter")),
                List.of(
                        new Parameter("E", OF_THE_VALUE, "loss of an endless model on endless data"),
                        new Parameter("a", OF_THE_VALUE, "what the size adds at one parameter"),
                        new Parameter("c", OF_THE_VALUE, "what the data add, over 6^(b/2), at one token"),
                        new Parameter("b", NONE, "exponent of size and tokens, below 0")));
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(0);
    }

    @Override
    public int linear() {
        return 3;
    }

    /** What the exponent is an exponent of in the term of the data. */
    private static double data(double[] x) {
        return Math.sqrt(6) * x[0] * x[1];
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] + p[1] * Math.pow(x[0], p[3]) + p[2] * Math.pow(data(x), p[3]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double size = Math.pow(x[0], p[3]);
        double data = Math.pow(data(x), p[3]);
        return new double[] {1, size, data, p[1] * size * Math.log(x[0]) + p[2] * data * Math.log(data(x))};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {c[0], c[1] * Math.pow(pivots[0], -c[3]), c[2] * Math.pow(data(pivots), -c[3]), c[3]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {p[0], p[1] * Math.pow(pivots[0], p[3]), p[2] * Math.pow(data(pivots), p[3]), p[3]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        jacobian[1][1] = Math.pow(pivots[0], -c[3]);
        jacobian[1][3] = -c[1] * jacobian[1][1] * Math.log(pivots[0]);
        jacobian[2][2] = Math.pow(data(pivots), -c[3]);
        jacobian[2][3] = -c[2] * jacobian[2][2] * Math.log(data(pivots));
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double amplitude = leastAmplitude(options.falling());
        return new double[][] {
            {options.asymptoteLower(), amplitude, amplitude, -PowerLaw.GREATEST_EXPONENT},
            {options.asymptoteUpper(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, -PowerLaw.LEAST_EXPONENT}
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of(Grid.geometric(-PowerLaw.LEAST_EXPONENT, -PowerLaw.GREATEST_EXPONENT, 40));
    }
}
