package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;

/**
 * The law in forward effort, size and annealing momentum, {@code L0 + λS·S^-αS + λN·N^-αN + λM·M}. M sums the optimiser's normed momentum
 * over the anneal, Σ m/(√v+ε), and may have any sign, as λM may. Centred: L0, what either power amounts to at the pivot, λM, and the
 * exponents.
 */
final class FmLaw extends NamedForm {
    FmLaw() {
        super(
                new Title(
                        "fm",
                        "law in forward effort, size and annealing momentum",
                        "L0 + λS·S^-αS + λN·N^-αN + λM·M",
                        "L_0 + \\lambda_S\\,S^{-\\alpha_S} + \\lambda_N\\,N^{-\\alpha_N} + \\lambda_M\\,M",
                        "the FM law of annealing, AAAI 2026, code siqi-wang25/fm-annealing"),
                List.of(
                        Variable.positive("S", "sum of learning rates", "forward effort"),
                        Chinchilla.SIZE,
                        new Variable("M", NONE, "annealing momentum", Variable.Domain.ANY)),
                List.of(
                        new Parameter("L0", OF_THE_VALUE, "loss that neither effort nor size takes away"),
                        new Parameter("λS", OF_THE_VALUE, "what is left to learn at an effort of one"),
                        new Parameter("λN", OF_THE_VALUE, "what the size adds at one parameter"),
                        new Parameter("λM", "unit of the value per unit of M", "what momentum adds; below 0 it helps"),
                        new Parameter("αS", NONE, "exponent of the effort"),
                        new Parameter("αN", NONE, "exponent of the size")));
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(0);
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
        return p[0] + p[1] * Math.pow(x[0], -p[4]) + p[2] * Math.pow(x[1], -p[5]) + p[3] * x[2];
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double effort = Math.pow(x[0], -p[4]);
        double size = Math.pow(x[1], -p[5]);
        return new double[] {1, effort, size, x[2], -p[1] * effort * Math.log(x[0]), -p[2] * size * Math.log(x[1])};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {c[0], c[1] * Math.pow(pivots[0], c[4]), c[2] * Math.pow(pivots[1], c[5]), c[3], c[4], c[5]
        };
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {
            p[0], p[1] * Math.pow(pivots[0], -p[4]), p[2] * Math.pow(pivots[1], -p[5]), p[3], p[4], p[5]
        };
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        for (int k = 0; k < 2; k++) {
            double scale = Math.pow(pivots[k], c[4 + k]);
            jacobian[1 + k][1 + k] = scale;
            jacobian[1 + k][4 + k] = c[1 + k] * scale * Math.log(pivots[k]);
        }
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double amplitude = leastAmplitude(options.falling());
        double least = PowerLaw.LEAST_EXPONENT;
        double greatest = PowerLaw.GREATEST_EXPONENT;
        double endless = Double.POSITIVE_INFINITY;
        return new double[][] {
            {options.asymptoteLower(), amplitude, amplitude, -endless, least, least},
            {options.asymptoteUpper(), endless, endless, endless, greatest, greatest}
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of(PowerLaw.exponents(), PowerLaw.exponents());
    }
}
