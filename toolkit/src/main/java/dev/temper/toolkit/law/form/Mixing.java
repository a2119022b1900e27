package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The law of a mixture, {@code c + k·exp(Σ t_j·r_j)}: the loss on one domain from the proportions r_j of the training text. Proportions of
 * all sources sum to one, so that one of them is left out, and its weight stands in k. Centred: c, what the exponential amounts to at the
 * pivot, and the weights.
 */
public final class Mixing extends NamedForm {
    private static final int MOST_SHAPES = 1500;

    private final Proportions proportions;

    private Mixing(Proportions proportions) {
        super(
                new Title(
                        "mixing",
                        "data-mixing law",
                        "c + k·exp(" + proportions.formula() + ")",
                        "c + k\\,e^{" + proportions.latex() + "}",
                        "Ye et al. 2024, arXiv 2403.16952"),
                proportions.variables(),
                parameters(proportions));
        this.proportions = proportions;
    }

    /**
     * Makes the law of some proportions.
     *
     * @param names of the proportions that vary, all but one of the mixture, at least one, each its own
     * @return the form whose variables have these names
     * @throws IllegalArgumentException when there is no name, one is blank, or one comes twice
     */
    public static LawForm of(List<String> names) {
        return new Mixing(new Proportions(names));
    }

    private static List<Parameter> parameters(Proportions proportions) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("c", OF_THE_VALUE, "loss that no mixture takes away"));
        parameters.add(new Parameter("k", OF_THE_VALUE, "what is above c with none of these proportions"));
        parameters.addAll(proportions.weights());
        return parameters;
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(0);
    }

    /** A proportion helps or harms; which of the two is what the law is asked. */
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
        return p[0] + p[1] * Math.exp(proportions.weigh(p, 2, x, 0));
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double mixed = Math.exp(proportions.weigh(p, 2, x, 0));
        double[] gradient = new double[p.length];
        gradient[0] = 1;
        gradient[1] = mixed;
        for (int j = 0; j < x.length; j++) {
            gradient[2 + j] = p[1] * mixed * x[j];
        }
        return gradient;
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        double[] p = c.clone();
        p[1] = c[1] * Math.exp(-proportions.weigh(c, 2, pivots, 0));
        return p;
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        double[] c = p.clone();
        c[1] = p[1] * Math.exp(proportions.weigh(p, 2, pivots, 0));
        return c;
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        double scale = Math.exp(-proportions.weigh(c, 2, pivots, 0));
        jacobian[1][1] = scale;
        for (int j = 0; j < pivots.length; j++) {
            jacobian[1][2 + j] = -c[1] * scale * pivots[j];
        }
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double[][] bounds = new double[2][parameters().size()];
        Arrays.fill(bounds[0], -Proportions.GREATEST_WEIGHT);
        Arrays.fill(bounds[1], Proportions.GREATEST_WEIGHT);
        bounds[0][0] = options.asymptoteLower();
        bounds[1][0] = options.asymptoteUpper();
        bounds[0][1] = leastAmplitude(options.falling());
        bounds[1][1] = Double.POSITIVE_INFINITY;
        return bounds;
    }

    @Override
    public List<String> gaps(Observations data) {
        List<String> gaps = new ArrayList<>(super.gaps(data));
        gaps.addAll(proportions.gaps(data, 0));
        return gaps;
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.atMost(MOST_SHAPES, proportions.axes());
    }
}
