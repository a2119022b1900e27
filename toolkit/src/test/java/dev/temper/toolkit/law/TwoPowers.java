package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.PowerSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code E + A/N^α + B/D^β}, centred on its amplitudes at the pivot. */
class TwoPowers implements LawForm {
    private static final double LEAST = 0.02;
    private static final double GREATEST = 2.5;

    @Override
    public String key() {
        return "two-powers";
    }

    @Override
    public String name() {
        return "two powers and a floor";
    }

    @Override
    public String formula() {
        return "E + A/N^α + B/D^β";
    }

    @Override
    public String latex() {
        return "E + A/N^{\\alpha} + B/D^{\\beta}";
    }

    @Override
    public String source() {
        return "Hoffmann et al. 2022, arXiv 2203.15556, approach 3";
    }

    @Override
    public List<Variable> variables() {
        return List.of(
                Variable.positive("N", "parameters", "size of the model"), Variable.positive("D", "tokens", "budget"));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("E", "nats", "floor"),
                new Parameter("A", "nats", "amplitude of the size"),
                new Parameter("B", "nats", "amplitude of the tokens"),
                new Parameter("α", "none", "exponent of the size"),
                new Parameter("β", "none", "exponent of the tokens"));
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(0);
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] + p[1] * Math.pow(x[0], -p[3]) + p[2] * Math.pow(x[1], -p[4]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double sizes = Math.pow(x[0], -p[3]);
        double tokens = Math.pow(x[1], -p[4]);
        return new double[] {
            1, sizes, tokens, -p[1] * sizes * Math.log(x[0]), -p[2] * tokens * Math.log(x[1]),
        };
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivot) {
        return new double[] {c[0], c[1] * Math.pow(pivot[0], c[3]), c[2] * Math.pow(pivot[1], c[4]), c[3], c[4]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivot) {
        return new double[] {p[0], p[1] * Math.pow(pivot[0], -p[3]), p[2] * Math.pow(pivot[1], -p[4]), p[3], p[4]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivot) {
        double sizes = Math.pow(pivot[0], c[3]);
        double tokens = Math.pow(pivot[1], c[4]);
        return new double[][] {
            {1, 0, 0, 0, 0},
            {0, sizes, 0, c[1] * sizes * Math.log(pivot[0]), 0},
            {0, 0, tokens, 0, c[2] * tokens * Math.log(pivot[1])},
            {0, 0, 0, 1, 0},
            {0, 0, 0, 0, 1}
        };
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double infinity = Double.POSITIVE_INFINITY;
        return new double[][] {
            {options.asymptoteLower(), 0, 0, LEAST, LEAST},
            {options.asymptoteUpper(), infinity, infinity, GREATEST, GREATEST}
        };
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
    public List<double[]> shapes(Design design) {
        int steps = 20;
        List<double[]> shapes = new ArrayList<>();
        for (int i = 0; i < steps * steps; i++) {
            shapes.add(
                    new double[] {exponent(Math.floorDiv(i, steps) / (steps - 1.0)), exponent(i % steps / (steps - 1.0))
                    });
        }
        return shapes;
    }

    private static double exponent(double share) {
        return LEAST * Math.pow(GREATEST / LEAST, share);
    }
}
