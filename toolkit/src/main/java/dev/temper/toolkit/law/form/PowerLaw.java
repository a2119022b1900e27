package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import dev.temper.toolkit.law.solve.PowerSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The power law with a floor, {@code E + A·B^-α}: the data term of Hoffmann et al. 2022 (arXiv 2203.15556, approach 3), which is what
 * stays of their law when the model's size is fixed. Centred: the asymptote, the amplitude at the pivot, and α.
 */
final class PowerLaw extends NamedForm {
    static final double LEAST_EXPONENT = 0.01;
    static final double GREATEST_EXPONENT = 3;

    PowerLaw() {
        super(
                new Title(
                        "power",
                        "power law with floor",
                        "E + A·B^-α",
                        "E + A\\,B^{-\\alpha}",
                        "Hoffmann et al. 2022, arXiv 2203.15556, approach 3, at one size of model"),
                List.of(Variable.budget()),
                List.of(
                        new Parameter("E", OF_THE_VALUE, "where the curve levels off"),
                        new Parameter("A", OF_THE_VALUE, "distance from the asymptote at one token"),
                        new Parameter("α", NONE, "exponent")));
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
        return p[0] + p[1] * Math.pow(x[0], -p[2]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double budget = x[0];
        double power = Math.pow(budget, -p[2]);
        return new double[] {1, power, -p[1] * power * Math.log(budget)};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        double pivot = pivots[0];
        return new double[] {c[0], c[1] * Math.pow(pivot, c[2]), c[2]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        double pivot = pivots[0];
        return new double[] {p[0], p[1] * Math.pow(pivot, -p[2]), p[2]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double pivot = pivots[0];
        double scale = Math.pow(pivot, c[2]);
        return new double[][] {{1, 0, 0}, {0, scale, c[1] * scale * Math.log(pivot)}, {0, 0, 1}};
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        return new double[][] {
            {options.asymptoteLower(), leastAmplitude(options.falling()), LEAST_EXPONENT},
            {options.asymptoteUpper(), Double.POSITIVE_INFINITY, GREATEST_EXPONENT}
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        List<double[]> shapes = new ArrayList<>();
        for (double exponent : exponents()) {
            shapes.add(new double[] {exponent});
        }
        return shapes;
    }

    @Override
    public Optional<PowerSum> sum() {
        return Optional.of(PowerSum.floorAndPowers(1));
    }

    /** Geometric from the least exponent to the greatest. */
    static double[] exponents() {
        int steps = 20;
        double[] grid = new double[steps];
        for (int i = 0; i < steps; i++) {
            grid[i] = LEAST_EXPONENT * Math.pow(GREATEST_EXPONENT / LEAST_EXPONENT, i / (steps - 1.0));
        }
        return grid;
    }
}
