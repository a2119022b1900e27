package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;

/**
 * The power law of an anneal that goes over a source again: its budget counts as many tokens as its passes over the unique ones are worth,
 * {@code E + A·B'^-α}. Centred: E, the amplitude at the pivot, α, and the logarithm of R.
 */
final class RepeatedPowerLaw extends NamedForm {
    RepeatedPowerLaw() {
        super(
                new Title(
                        "power-repeated",
                        "power law over the epochs of a source",
                        "E + A·B'^-α, B' = U·(1 + R·(1 - exp(-(B/U - 1)/R))) beyond one epoch, else B",
                        "E + A\\,B'^{-\\alpha},\\quad B' = U\\left(1 + R\\left(1 - e^{-(B/U-1)/R}\\right)\\right)",
                        "Muennighoff et al. 2023, arXiv 2305.16264, the term of the data at one size of model"),
                List.of(Variable.budget(), Variable.positive("U", "tokens", "unique tokens of the source")),
                List.of(
                        new Parameter("E", OF_THE_VALUE, "where the curve levels off"),
                        new Parameter("A", OF_THE_VALUE, "distance from the asymptote at one token"),
                        new Parameter("α", NONE, "exponent"),
                        new Parameter("R", "epochs", "passes after the first at which repeating has lost most worth")));
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(0);
    }

    @Override
    public int linear() {
        return 2;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] + p[1] * Math.pow(Repetition.effective(x[0], x[1], p[3]), -p[2]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double effective = Repetition.effective(x[0], x[1], p[3]);
        double power = Math.pow(effective, -p[2]);
        return new double[] {
            1,
            power,
            -p[1] * power * Math.log(effective),
            -p[1] * p[2] * power / effective * Repetition.slopeInR(x[0], x[1], p[3])
        };
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {c[0], c[1] * Math.pow(pivots[0], c[2]), c[2], Math.exp(c[3])};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {p[0], p[1] * Math.pow(pivots[0], -p[2]), p[2], Math.log(p[3])};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        jacobian[1][1] = Math.pow(pivots[0], c[2]);
        jacobian[1][2] = c[1] * jacobian[1][1] * Math.log(pivots[0]);
        jacobian[3][3] = Math.exp(c[3]);
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        return new double[][] {
            {
                options.asymptoteLower(),
                leastAmplitude(options.falling()),
                PowerLaw.LEAST_EXPONENT,
                Math.log(Repetition.LEAST_R)
            },
            {
                options.asymptoteUpper(),
                Double.POSITIVE_INFINITY,
                PowerLaw.GREATEST_EXPONENT,
                Math.log(Repetition.MOST_EPOCHS)
            }
        };
    }

    @Override
    public List<String> gaps(Observations data) {
        return Repetition.gaps(data, 0, variables());
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of(PowerLaw.exponents(), Grid.even(Math.log(0.2), Math.log(500), 12));
    }
}
