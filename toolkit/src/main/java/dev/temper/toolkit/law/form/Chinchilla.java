package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import dev.temper.toolkit.law.solve.PowerSum;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The law in the size of the model and its tokens, {@code E + A·N^-α + B·D^-β}. Centred: E, what either term amounts to at the pivot, and
 * the exponents.
 */
final class Chinchilla extends NamedForm {
    static final Variable SIZE = Variable.positive("N", "parameters", "size of the model");
    static final Variable TOKENS = Variable.positive("D", "tokens", "tokens trained on");

    Chinchilla() {
        super(
                new Title(
                        "chinchilla",
                        "law in parameters and tokens",
                        "E + A·N^-α + B·D^-β",
                        "E + A\\,N^{-\\alpha} + B\\,D^{-\\beta}",
                        "Hoffmann et al. 2022, arXiv 2203.15556, approach 3"),
                List.of(SIZE, TOKENS),
                List.of(
                        new Parameter("E", OF_THE_VALUE, "loss of an endless model on endless data"),
                        new Parameter("A", OF_THE_VALUE, "what the size adds at one parameter"),
                        new Parameter("B", OF_THE_VALUE, "what the data add at one token"),
                        new Parameter("α", NONE, "exponent of the size"),
                        new Parameter("β", NONE, "exponent of the tokens")));
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(0);
    }

    @Override
    public int linear() {
        return 3;
    }

    @Override
    public Optional<PowerSum> sum() {
        return Optional.of(PowerSum.floorAndPowers(2));
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] + p[1] * Math.pow(x[0], -p[3]) + p[2] * Math.pow(x[1], -p[4]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double size = Math.pow(x[0], -p[3]);
        double data = Math.pow(x[1], -p[4]);
        return new double[] {1, size, data, -p[1] * size * Math.log(x[0]), -p[2] * data * Math.log(x[1])};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {c[0], c[1] * Math.pow(pivots[0], c[3]), c[2] * Math.pow(pivots[1], c[4]), c[3], c[4]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {p[0], p[1] * Math.pow(pivots[0], -p[3]), p[2] * Math.pow(pivots[1], -p[4]), p[3], p[4]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        jacobian[1][1] = Math.pow(pivots[0], c[3]);
        jacobian[1][3] = c[1] * jacobian[1][1] * Math.log(pivots[0]);
        jacobian[2][2] = Math.pow(pivots[1], c[4]);
        jacobian[2][4] = c[2] * jacobian[2][2] * Math.log(pivots[1]);
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double amplitude = leastAmplitude(options.falling());
        return new double[][] {
            {options.asymptoteLower(), amplitude, amplitude, PowerLaw.LEAST_EXPONENT, PowerLaw.LEAST_EXPONENT},
            {
                options.asymptoteUpper(),
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                PowerLaw.GREATEST_EXPONENT,
                PowerLaw.GREATEST_EXPONENT
            }
        };
    }

    /** One size of model hides A and α, and one number of tokens B and β: what is left is the law in the other. */
    @Override
    public List<String> gaps(Observations data) {
        return data.constants(variables()).stream()
                .map(gap -> gap + ", where the law is E + A·B^-α in the other: fit the form power to each one apart")
                .toList();
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of(PowerLaw.exponents(), PowerLaw.exponents());
    }
}
