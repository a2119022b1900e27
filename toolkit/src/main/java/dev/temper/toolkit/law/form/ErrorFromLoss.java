package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;

/**
 * The second link of the chain from a run to its downstream error, {@code ε - k·exp(-γ·L)}: the error over tasks from the loss. Its
 * error is that of chance where the loss is high. Fit it on the natural scale. Centred: ε, the distance from ε at the pivot, and γ.
 */
final class ErrorFromLoss extends NamedForm {
    private static final double LEAST_FOLDS = 0.02;
    private static final double MOST_FOLDS = 50;

    ErrorFromLoss() {
        super(
                new Title(
                        "error-from-loss",
                        "downstream error from loss",
                        "ε - k·exp(-γ·L)",
                        "\\epsilon - k\\,e^{-\\gamma L}",
                        "Gadre et al. 2024, arXiv 2403.08540, equation of the average top-1 error"),
                List.of(Variable.positive("L", "nats per token", "loss of the run")),
                List.of(
                        new Parameter("ε", OF_THE_VALUE, "error at a high loss, that of chance"),
                        new Parameter("k", OF_THE_VALUE, "distance from ε at a loss of zero"),
                        new Parameter("γ", "per nat", "how fast the error nears ε")));
    }

    /** The error rises with the loss, so that whether values can only fall says nothing of it. */
    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public int linear() {
        return 2;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] - p[1] * Math.exp(-p[2] * x[0]);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double near = Math.exp(-p[2] * x[0]);
        return new double[] {1, -near, p[1] * near * x[0]};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return new double[] {c[0], c[1] * Math.exp(c[2] * pivots[0]), c[2]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return new double[] {p[0], p[1] * Math.exp(-p[2] * pivots[0]), p[2]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double scale = Math.exp(c[2] * pivots[0]);
        return new double[][] {{1, 0, 0}, {0, scale, c[1] * scale * pivots[0]}, {0, 0, 1}};
    }

    /** Over the losses that were met the distance from ε changes by a factor of exp(0.02) to exp(50). */
    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double span = span(design);
        return new double[][] {
            {Double.NEGATIVE_INFINITY, 0, LEAST_FOLDS / span},
            {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, MOST_FOLDS / span}
        };
    }

    @Override
    public List<double[]> shapes(Design design) {
        double span = span(design);
        return Grid.of(Grid.geometric(LEAST_FOLDS / span, MOST_FOLDS / span, 30));
    }

    private static double span(Design design) {
        return design.range(0).largest() - design.range(0).smallest();
    }
}
