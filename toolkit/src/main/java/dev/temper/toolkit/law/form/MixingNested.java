package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The law of a mixture with the power laws of size and steps in it, {@code c + A·N^-α + B·S^-β + k·exp(Σ t_j·r_j)}, fitted to all runs at
 * once: at one size and one number of steps it is the {@link Mixing} law, at one mixture a law in size and steps. Centred: c, what each of
 * the three terms amounts to at the pivot, the exponents, and the weights.
 */
public final class MixingNested extends NamedForm {
    private static final int C = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int K = 3;
    private static final int ALPHA = 4;
    private static final int BETA = 5;
    private static final int FIRST_WEIGHT = 6;
    private static final int FIRST_SHARE = 2;
    private static final int MOST_SHAPES = 2500;

    private final Proportions proportions;

    private MixingNested(Proportions proportions) {
        super(
                new Title(
                        "mixing-nested",
                        "data-mixing law with size and steps",
                        "c + A·N^-α + B·S^-β + k·exp(" + proportions.formula() + ")",
                        "c + A\\,N^{-\\alpha} + B\\,S^{-\\beta} + k\\,e^{" + proportions.latex() + "}",
                        "after Ye et al. 2024, arXiv 2403.16952, who fit the three laws one after the other"),
                Stream.concat(
                                Stream.of(Chinchilla.SIZE, Variable.positive("S", "steps", "training steps")),
                                proportions.variables().stream())
                        .toList(),
                parameters(proportions));
        this.proportions = proportions;
    }

    /**
     * Makes the law of some proportions.
     *
     * @param names of the proportions that vary, all but one of the mixture, at least one, each its own
     * @return the form in N, S and variables of these names
     * @throws IllegalArgumentException when there is no name, one is blank, or one comes twice
     */
    public static LawForm of(List<String> names) {
        return new MixingNested(new Proportions(names, "N", "S"));
    }

    private static List<Parameter> parameters(Proportions proportions) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("c", OF_THE_VALUE, "loss that nothing takes away"));
        parameters.add(new Parameter("A", OF_THE_VALUE, "what the size adds at one parameter"));
        parameters.add(new Parameter("B", OF_THE_VALUE, "what the training adds at one step"));
        parameters.add(new Parameter("k", OF_THE_VALUE, "what the mixture adds with none of these proportions"));
        parameters.add(new Parameter("α", NONE, "exponent of the size"));
        parameters.add(new Parameter("β", NONE, "exponent of the steps"));
        parameters.addAll(proportions.weights());
        return parameters;
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(C);
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
        return p[C]
                + p[A] * Math.pow(x[0], -p[ALPHA])
                + p[B] * Math.pow(x[1], -p[BETA])
                + p[K] * Math.exp(proportions.weigh(p, FIRST_WEIGHT, x, FIRST_SHARE));
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double[] gradient = new double[p.length];
        double mixed = Math.exp(proportions.weigh(p, FIRST_WEIGHT, x, FIRST_SHARE));
        gradient[C] = 1;
        gradient[A] = Math.pow(x[0], -p[ALPHA]);
        gradient[B] = Math.pow(x[1], -p[BETA]);
        gradient[K] = mixed;
        gradient[ALPHA] = -p[A] * gradient[A] * Math.log(x[0]);
        gradient[BETA] = -p[B] * gradient[B] * Math.log(x[1]);
        for (int j = FIRST_WEIGHT; j < p.length; j++) {
            gradient[j] = p[K] * mixed * x[FIRST_SHARE + j - FIRST_WEIGHT];
        }
        return gradient;
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        double[] p = c.clone();
        p[A] = c[A] * Math.pow(pivots[0], c[ALPHA]);
        p[B] = c[B] * Math.pow(pivots[1], c[BETA]);
        p[K] = c[K] * Math.exp(-proportions.weigh(c, FIRST_WEIGHT, pivots, FIRST_SHARE));
        return p;
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        double[] c = p.clone();
        c[A] = p[A] * Math.pow(pivots[0], -p[ALPHA]);
        c[B] = p[B] * Math.pow(pivots[1], -p[BETA]);
        c[K] = p[K] * Math.exp(proportions.weigh(p, FIRST_WEIGHT, pivots, FIRST_SHARE));
        return c;
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        jacobian[A][A] = Math.pow(pivots[0], c[ALPHA]);
        jacobian[A][ALPHA] = c[A] * jacobian[A][A] * Math.log(pivots[0]);
        jacobian[B][B] = Math.pow(pivots[1], c[BETA]);
        jacobian[B][BETA] = c[B] * jacobian[B][B] * Math.log(pivots[1]);
        double scale = Math.exp(-proportions.weigh(c, FIRST_WEIGHT, pivots, FIRST_SHARE));
        jacobian[K][K] = scale;
        for (int j = FIRST_WEIGHT; j < c.length; j++) {
            jacobian[K][j] = -c[K] * scale * pivots[FIRST_SHARE + j - FIRST_WEIGHT];
        }
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        int count = parameters().size();
        double[][] bounds = new double[2][count];
        Arrays.fill(bounds[0], A, ALPHA, leastAmplitude(options.falling()));
        Arrays.fill(bounds[1], A, ALPHA, Double.POSITIVE_INFINITY);
        Arrays.fill(bounds[0], ALPHA, FIRST_WEIGHT, PowerLaw.LEAST_EXPONENT);
        Arrays.fill(bounds[1], ALPHA, FIRST_WEIGHT, PowerLaw.GREATEST_EXPONENT);
        Arrays.fill(bounds[0], FIRST_WEIGHT, count, -Proportions.GREATEST_WEIGHT);
        Arrays.fill(bounds[1], FIRST_WEIGHT, count, Proportions.GREATEST_WEIGHT);
        bounds[0][C] = options.asymptoteLower();
        bounds[1][C] = options.asymptoteUpper();
        return bounds;
    }

    @Override
    public List<String> gaps(Observations data) {
        List<String> gaps = new ArrayList<>(super.gaps(data));
        gaps.addAll(proportions.gaps(data, FIRST_SHARE));
        return gaps;
    }

    @Override
    public List<double[]> shapes(Design design) {
        double[] exponents = Grid.geometric(0.06, 1.2, 6);
        double[][] axes = Stream.concat(Stream.of(exponents, exponents), Arrays.stream(proportions.axes()))
                .toArray(double[][]::new);
        return Grid.atMost(MOST_SHAPES, axes);
    }
}
