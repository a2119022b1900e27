package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.Arrays;
import java.util.List;

/**
 * The parabola in the logarithm of the budget, {@code a + b·ln B + c·(ln B)²}: the rival that can turn back, as data do where a source is
 * repeated too often. Centred: the value, the slope and the bend at the pivot.
 */
final class Quadratic extends NamedForm {
    Quadratic() {
        super(
                new Title(
                        "quadratic",
                        "parabola in the log of the budget",
                        "a + b·ln B + c·(ln B)²",
                        "a + b\\,\\ln B + c\\,(\\ln B)^2",
                        "a rival of three parameters that may turn back"),
                List.of(Variable.budget()),
                List.of(
                        new Parameter("a", OF_THE_VALUE, "value at one token"),
                        new Parameter("b", OF_THE_VALUE, "slope in the log of the budget at one token"),
                        new Parameter("c", OF_THE_VALUE, "half of the bend in the log of the budget")));
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public int linear() {
        return 3;
    }

    @Override
    public double value(double[] p, double... x) {
        double log = Math.log(x[0]);
        return p[0] + log * (p[1] + log * p[2]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double log = Math.log(x[0]);
        return new double[] {1, log, log * log};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        double log = Math.log(pivots[0]);
        return new double[] {c[0] + log * (-c[1] + log * c[2]), c[1] - 2 * log * c[2], c[2]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {value(p, pivots), p[1] + 2 * Math.log(pivots[0]) * p[2], p[2]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double log = Math.log(pivots[0]);
        return new double[][] {{1, -log, log * log}, {0, 1, -2 * log}, {0, 0, 1}};
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double[][] bounds = new double[2][3];
        Arrays.fill(bounds[0], Double.NEGATIVE_INFINITY);
        Arrays.fill(bounds[1], Double.POSITIVE_INFINITY);
        return bounds;
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of();
    }
}
