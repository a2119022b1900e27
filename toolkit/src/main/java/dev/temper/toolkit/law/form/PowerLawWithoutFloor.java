package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;

/**
 * The power law that falls to zero, {@code A·B^-α}: a straight line on log axes, and the rival that says whether data tell of a floor at
 * all. Centred: the value at the pivot, and α.
 */
final class PowerLawWithoutFloor extends NamedForm {
    PowerLawWithoutFloor() {
        super(
                new Title(
                        "power-no-floor",
                        "power law without floor",
                        "A·B^-α",
                        "A\\,B^{-\\alpha}",
                        "Kaplan et al. 2020, arXiv 2001.08361, the law in data alone"),
                List.of(Variable.budget()),
                List.of(new Parameter("A", OF_THE_VALUE, "value at one token"), new Parameter("α", NONE, "exponent")));
    }

    @Override
    public int linear() {
        return 1;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] * Math.pow(x[0], -p[1]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double power = Math.pow(x[0], -p[1]);
        return new double[] {power, -p[0] * power * Math.log(x[0])};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {c[0] * Math.pow(pivots[0], c[1]), c[1]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {p[0] * Math.pow(pivots[0], -p[1]), p[1]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double scale = Math.pow(pivots[0], c[1]);
        return new double[][] {{scale, c[0] * scale * Math.log(pivots[0])}, {0, 1}};
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        return new double[][] {
            {leastAmplitude(options.falling()), PowerLaw.LEAST_EXPONENT},
            {Double.POSITIVE_INFINITY, PowerLaw.GREATEST_EXPONENT}
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of(PowerLaw.exponents());
    }
}
