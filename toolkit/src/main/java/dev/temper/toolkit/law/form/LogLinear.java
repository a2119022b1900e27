package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;

/** The straight line in the logarithm of the budget, {@code a + b·ln B}. Centred: the value at the pivot, and b. */
final class LogLinear extends NamedForm {
    LogLinear() {
        super(
                new Title(
                        "log-linear",
                        "straight line in the log of the budget",
                        "a + b·ln B",
                        "a + b\\,\\ln B",
                        "a rival of two parameters; a power law of small exponent over a short range"),
                List.of(Variable.budget()),
                List.of(
                        new Parameter("a", OF_THE_VALUE, "value at one token"),
                        new Parameter("b", OF_THE_VALUE, "change for each e-fold of the budget")));
    }

    @Override
    public int linear() {
        return 2;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] + p[1] * Math.log(x[0]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        return new double[] {1, Math.log(x[0])};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {c[0] - c[1] * Math.log(pivots[0]), c[1]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {value(p, pivots), p[1]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        return new double[][] {{1, -Math.log(pivots[0])}, {0, 1}};
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        return new double[][] {
            {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY},
            {Double.POSITIVE_INFINITY, options.falling() ? 0 : Double.POSITIVE_INFINITY}
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of();
    }
}
