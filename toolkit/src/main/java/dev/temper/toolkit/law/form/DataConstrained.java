package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The law for data that must be repeated, {@code E + A·N'^-α + B·D'^-β}: D' is what the tokens are worth beyond the first pass over U
 * unique ones, N' what the parameters are worth beyond the number that is best for U. All seven numbers are free here;
 * {@link KnownRepetition} holds five.
 *
 * <p>The best number of parameters depends on A and B through their ratio alone, so the amplitudes are centred as one that the law is
 * linear in and the logarithm of a ratio. Centred: E, the term of the size at the pivot, the log of the ratio of the term of the data to
 * it, the exponents, and the logarithms of R_D* and R_N*.
 */
final class DataConstrained extends NamedForm {
    static final Title TITLE = new Title(
            "data-constrained",
            "law in parameters and repeated tokens",
            "E + A·N'^-α + B·D'^-β, D' = U·(1 + R_D*·(1 - exp(-(D/U - 1)/R_D*))),"
                    + " N' likewise with R_N* over the best N for U tokens",
            "E + A\\,N'^{-\\alpha} + B\\,D'^{-\\beta},\\quad"
                    + " D' = U\\left(1 + R_D^*\\left(1 - e^{-(D/U-1)/R_D^*}\\right)\\right),\\quad"
                    + " N' = U_N\\left(1 + R_N^*\\left(1 - e^{-(N/U_N-1)/R_N^*}\\right)\\right)",
            "Muennighoff et al. 2023, arXiv 2305.16264");
    static final List<Variable> VARIABLES =
            List.of(Chinchilla.SIZE, Chinchilla.TOKENS, Variable.positive("U", "tokens", "unique tokens trained on"));
    static final Parameter REPEATED_TOKENS =
            new Parameter("R_D*", "epochs", "passes after the first at which repeating has lost most worth");
    static final Parameter EXCESS_PARAMETERS =
            new Parameter("R_N*", NONE, "multiples of the best size at which more parameters have lost most worth");

    private static final int E = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int ALPHA = 3;
    private static final int BETA = 4;
    private static final int R_D = 5;
    private static final int R_N = 6;
    private static final double MOST_RATIO = Math.log(1e4);

    DataConstrained() {
        super(
                TITLE,
                VARIABLES,
                List.of(
                        new Parameter("E", OF_THE_VALUE, "loss of an endless model on endless data"),
                        new Parameter("A", OF_THE_VALUE, "what the size adds at one parameter"),
                        new Parameter("B", OF_THE_VALUE, "what the data add at one token"),
                        new Parameter("α", NONE, "exponent of the size"),
                        new Parameter("β", NONE, "exponent of the tokens"),
                        REPEATED_TOKENS,
                        EXCESS_PARAMETERS));
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
        return 2;
    }

    /** The number of parameters that is best for as many unique tokens, {@code G·(G·u)^(β/α)}; endless where the data cost nothing. */
    private static double bestSize(double[] p, double unique) {
        if (p[B] == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double g = logG(p);
        return Math.exp(g + p[BETA] / p[ALPHA] * (g + Math.log(unique)));
    }

    private static double logG(double[] p) {
        return Math.log(p[ALPHA] * p[A] / (p[BETA] * p[B])) / (p[ALPHA] + p[BETA]);
    }

    @Override
    public double value(double[] p, double... x) {
        double size = Repetition.effective(x[0], bestSize(p, Math.min(x[1], x[2])), p[R_N]);
        double data = Repetition.effective(x[1], x[2], p[R_D]);
        return p[E] + p[A] * Math.pow(size, -p[ALPHA]) + p[B] * Math.pow(data, -p[BETA]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double unique = Math.min(x[1], x[2]);
        double best = bestSize(p, unique);
        double size = Repetition.effective(x[0], best, p[R_N]);
        double data = Repetition.effective(x[1], x[2], p[R_D]);
        double sizePower = Math.pow(size, -p[ALPHA]);
        double dataPower = Math.pow(data, -p[BETA]);
        double inSize = -p[A] * p[ALPHA] * sizePower / size;
        double inData = -p[B] * p[BETA] * dataPower / data;
        double[] gradient = {
            1,
            sizePower,
            dataPower,
            -p[A] * sizePower * Math.log(size),
            -p[B] * dataPower * Math.log(data),
            inData * Repetition.slopeInR(x[1], x[2], p[R_D]),
            inSize * Repetition.slopeInR(x[0], best, p[R_N])
        };
        double inBest = inSize * Repetition.slopeInU(x[0], best, p[R_N]);
        if (inBest != 0) {
            double[] slopes = slopesOfLogBest(p, unique);
            for (int j = 0; j < slopes.length; j++) {
                gradient[A + j] += inBest * best * slopes[j];
            }
        }
        return gradient;
    }

    /** Derivatives of the logarithm of {@link #bestSize} in A, B, α and β. */
    private static double[] slopesOfLogBest(double[] p, double unique) {
        double sum = p[ALPHA] + p[BETA];
        double ratio = p[BETA] / p[ALPHA];
        double g = logG(p);
        double inG = 1 + ratio;
        double reach = g + Math.log(unique);
        return new double[] {
            inG / (p[A] * sum),
            -inG / (p[B] * sum),
            inG * (1 / p[ALPHA] - g) / sum - ratio / p[ALPHA] * reach,
            inG * (-1 / p[BETA] - g) / sum + reach / p[ALPHA]
        };
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {
            c[E],
            c[A] * Math.pow(pivots[0], c[ALPHA]),
            c[A] * Math.exp(c[B]) * Math.pow(pivots[1], c[BETA]),
            c[ALPHA],
            c[BETA],
            Math.exp(c[R_D]),
            Math.exp(c[R_N])
        };
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        double size = p[A] * Math.pow(pivots[0], -p[ALPHA]);
        double data = p[B] * Math.pow(pivots[1], -p[BETA]);
        return new double[] {p[E], size, Math.log(data / size), p[ALPHA], p[BETA], Math.log(p[R_D]), Math.log(p[R_N])};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        double[] p = parametersOf(c, pivots);
        jacobian[A][A] = Math.pow(pivots[0], c[ALPHA]);
        jacobian[A][ALPHA] = p[A] * Math.log(pivots[0]);
        jacobian[B][A] = Math.exp(c[B]) * Math.pow(pivots[1], c[BETA]);
        jacobian[B][B] = p[B];
        jacobian[B][BETA] = p[B] * Math.log(pivots[1]);
        jacobian[R_D][R_D] = p[R_D];
        jacobian[R_N][R_N] = p[R_N];
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double least = Math.log(Repetition.LEAST_R);
        double exponent = PowerLaw.GREATEST_EXPONENT;
        return new double[][] {
            {
                options.asymptoteLower(),
                leastAmplitude(options.falling()),
                -MOST_RATIO,
                PowerLaw.LEAST_EXPONENT,
                PowerLaw.LEAST_EXPONENT,
                least,
                least
            },
            {
                options.asymptoteUpper(),
                Double.POSITIVE_INFINITY,
                MOST_RATIO,
                exponent,
                exponent,
                Math.log(Repetition.MOST_EPOCHS),
                Math.log(Repetition.MOST_EXCESS)
            }
        };
    }

    @Override
    public List<String> gaps(Observations data) {
        List<String> gaps = new ArrayList<>(data.constants(VARIABLES.subList(0, 2)));
        gaps.addAll(Repetition.gaps(data, 1, VARIABLES));
        return gaps;
    }

    @Override
    public List<double[]> shapes(Design design) {
        double[] exponents = Grid.geometric(0.1, 1, 5);
        double[] repetitions = Grid.even(Math.log(0.5), Math.log(100), 4);
        return Grid.of(Grid.even(-2, 2, 4), exponents, exponents, repetitions, repetitions);
    }
}
