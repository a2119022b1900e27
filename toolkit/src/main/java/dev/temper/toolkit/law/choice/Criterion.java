package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.special.Erf;

/**
 * Akaike's information criterion with the correction for few runs (Hurvich and Tsai 1989), on the scale that the laws were fitted on.
 * The likelihood is the one whose maximum the loss finds: normal for least squares, Laplace's for absolute differences, Huber's density
 * for his loss, each with a scale of its own to estimate, and the binomial for accuracies. Only differences between forms fitted to the
 * same runs by the same loss mean anything.
 */
public final class Criterion {
    private static final double WIDE = 12;
    private static final double TOLERANCE = 1e-10;
    private static final int MOST = 500;

    private Criterion() {}

    /**
     * Computes the criterion of a fit.
     *
     * @param fit the fit
     * @return smaller is better; positive infinity when the runs are too few for the correction, at most two more than the parameters
     */
    public static double aicc(Fit fit) {
        int n = fit.runs();
        boolean scaled = !fit.options().loss().equals(Loss.BINOMIAL);
        int k = fit.form().parameters().size() + (scaled ? 1 : 0);
        if (n - k - 1 < 1) {
            return Double.POSITIVE_INFINITY;
        }
        return deviance(fit, n) + 2 * k + 2.0 * k * (k + 1) / (n - k - 1);
    }

    private static double deviance(Fit fit, int n) {
        Loss loss = fit.options().loss();
        double objective = fit.convergence().objective();
        if (loss.equals(Loss.BINOMIAL)) {
            return 2 * objective;
        }
        if (loss.equals(Loss.SQUARES)) {
            return n * (Math.log(2 * Math.PI * objective / n) + 1);
        }
        if (loss.equals(Loss.ABSOLUTE)) {
            return 2 * n * (Math.log(2 * objective / n) + 1);
        }
        double threshold = loss.adaptedTo(fit.residuals(), Double.MIN_NORMAL).threshold();
        return huber(objective, threshold, n);
    }

    /** The least over the scale of minus twice the logarithm of Huber's likelihood. */
    private static double huber(double objective, double threshold, int n) {
        double start = Math.log(2 * objective / n) / 2;
        return new BrentOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        new MaxEval(MOST),
                        GoalType.MINIMIZE,
                        new SearchInterval(start - WIDE, start + WIDE, start),
                        new UnivariateObjectiveFunction(logScale -> {
                            double scale = Math.exp(logScale);
                            return 2 * n * (logScale + Math.log(mass(threshold / scale)))
                                    + 2 * objective / (scale * scale);
                        }))
                .getValue();
    }

    /** The integral of the exponential of minus Huber's loss of a standardised difference. */
    private static double mass(double threshold) {
        return Math.sqrt(2 * Math.PI) * Erf.erf(threshold / Math.sqrt(2))
                + 2 / threshold * Math.exp(-threshold * threshold / 2);
    }

    /**
     * Turns criteria into Akaike weights, the chances that each form would be the one to foretell new runs best were one of them the
     * truth.
     *
     * @param criteria one for each form
     * @return weights that add up to 1; an infinite criterion weighs nothing, and all are NaN when none is finite
     */
    public static double[] weights(double... criteria) {
        double least = Arrays.stream(criteria).min().orElse(Double.NaN);
        double[] raw = Arrays.stream(criteria)
                .map(each -> Math.exp((least - each) / 2))
                .toArray();
        double sum = Arrays.stream(raw).sum();
        return IntStream.range(0, raw.length).mapToDouble(i -> raw[i] / sum).toArray();
    }
}
