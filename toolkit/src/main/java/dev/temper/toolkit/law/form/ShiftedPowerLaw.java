package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The power law that starts from a prior exposure, {@code E + A·(1+B/B0)^-α}: the model has met the equivalent of B0 tokens of the
 * domain before the anneal, so its curve is flat well below B0 and a power law well above. The shift is that of the prior data term in
 * laws for transfer (Hernandez et al. 2021, arXiv 2102.01293, "effective data transferred"). Centred: the asymptote, the amplitude at
 * the pivot, α, and the logarithm of B0 over the pivot.
 */
final class ShiftedPowerLaw extends NamedForm {
    /** How far B0 is searched beyond the budgets: further out the curve is a power law, or an exponential, to within any noise. */
    private static final double REACH = 30;

    ShiftedPowerLaw() {
        super(
                new Title(
                        "shifted",
                        "shifted power law",
                        "E + A·(1+B/B0)^-α",
                        "E + A\\,(1 + B/B_0)^{-\\alpha}",
                        "Hernandez et al. 2021, arXiv 2102.01293, effective data transferred"),
                List.of(Variable.budget()),
                List.of(
                        new Parameter("E", OF_THE_VALUE, "where the curve levels off"),
                        new Parameter("A", OF_THE_VALUE, "distance from the asymptote before the anneal"),
                        new Parameter("α", NONE, "exponent"),
                        new Parameter("B0", "tokens", "prior exposure")));
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
        return p[0] + p[1] * Math.pow(1 + x[0] / p[3], -p[2]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double budget = x[0];
        double base = 1 + budget / p[3];
        double power = Math.pow(base, -p[2]);
        return new double[] {
            1, power, -p[1] * power * Math.log(base), p[1] * p[2] * power / base * budget / (p[3] * p[3])
        };
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        double pivot = pivots[0];
        double shift = Math.exp(c[3]);
        return new double[] {c[0], c[1] * Math.pow(1 + 1 / shift, c[2]), c[2], shift * pivot};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        double pivot = pivots[0];
        return new double[] {p[0], p[1] * Math.pow(1 + pivot / p[3], -p[2]), p[2], Math.log(p[3] / pivot)};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double pivot = pivots[0];
        double shift = Math.exp(c[3]);
        double base = 1 + 1 / shift;
        double scale = Math.pow(base, c[2]);
        return new double[][] {
            {1, 0, 0, 0},
            {0, scale, c[1] * scale * Math.log(base), -c[1] * c[2] * scale / base / shift},
            {0, 0, 1, 0},
            {0, 0, 0, shift * pivot}
        };
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        Design.Range range = design.range(0);
        double pivot = range.pivot();
        return new double[][] {
            {
                options.asymptoteLower(),
                leastAmplitude(options.falling()),
                PowerLaw.LEAST_EXPONENT,
                Math.log(range.smallest() / REACH / pivot)
            },
            {
                options.asymptoteUpper(),
                Double.POSITIVE_INFINITY,
                PowerLaw.GREATEST_EXPONENT,
                Math.log(range.largest() * REACH / pivot)
            }
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        Design.Range range = design.range(0);
        double lowest = Math.log(range.smallest() / REACH / range.pivot());
        double highest = Math.log(range.largest() * REACH / range.pivot());
        int steps = 14;
        List<double[]> shapes = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double shift = lowest + (highest - lowest) * i / (steps - 1.0);
            for (double exponent : PowerLaw.exponents()) {
                shapes.add(new double[] {exponent, shift});
            }
        }
        return shapes;
    }
}
