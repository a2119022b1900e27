package dev.temper.toolkit.law.compute;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.form.LawForms;
import java.util.Set;
import java.util.TreeSet;

/**
 * The split of compute that a law in parameters and tokens makes best (approach 3):
 * {@code N* = G·(C/6)^(β/(α+β))} and {@code D* = (C/6)^(α/(α+β))/G} with {@code G = (αA/(βB))^(1/(α+β))}.
 *
 * <p>Intervals are those of the delta method on logarithms, with Student's t of the fit. They are of no use where two parameters cannot be
 * told apart or one stands at a bound: ask {@link #warnings}, and bootstrap with {@link #best}.
 */
public final class OptimalSplit {
    private static final int A = 1;
    private static final int B = 2;
    private static final int ALPHA = 3;
    private static final int BETA = 4;
    private static final double ILL_CONDITIONED = 1e4;

    private final Fit fit;
    private final double[] parameters;
    private final double[][] covariance;

    private OptimalSplit(Fit fit) {
        this.fit = fit;
        this.parameters = fit.parameters();
        this.covariance = fit.covariance();
    }

    /**
     * Splits by a fitted law.
     *
     * @param fit of the form chinchilla
     * @return the split
     * @throws IllegalArgumentException when another form was fitted
     * @throws FitException when the law has no best split, because more parameters, or more tokens, do not lower the loss
     */
    public static OptimalSplit of(Fit fit) {
        if (!fit.form().equals(LawForms.CHINCHILLA)) {
            throw new IllegalArgumentException("form must be " + LawForms.CHINCHILLA.key()
                    + " to split compute, but is " + fit.form().key());
        }
        double[] p = fit.parameters();
        if (!(p[A] > 0 && p[B] > 0)) {
            throw new FitException("A and B must be positive for a best split of compute, but are " + p[A] + " and "
                    + p[B] + "; the data do not show that size and tokens both help"
                    + (fit.warnings().contains(FitWarning.TIED_VARIABLES)
                            ? ", since they rise together in every run: add runs at other tokens per parameter"
                            : ""));
        }
        return new OptimalSplit(fit);
    }

    /**
     * Gives the best size for some compute, for laws drawn by a bootstrap; tokens are {@code C/(6·N)}.
     *
     * @param parameters E, A, B, α and β, all but E positive
     * @param compute in FLOP, positive
     * @return parameters of the model
     */
    public static double best(double[] parameters, double compute) {
        return Math.exp(logSize(parameters, Flop.require(compute)));
    }

    private static double logG(double[] p) {
        return Math.log(p[ALPHA] * p[A] / (p[BETA] * p[B])) / (p[ALPHA] + p[BETA]);
    }

    private static double logSize(double[] p, double compute) {
        return logG(p) + p[BETA] / (p[ALPHA] + p[BETA]) * Math.log(Flop.product(compute));
    }

    /**
     * Gives the exponent a of the best size, {@code N* ~ C^a}, which is {@code β/(α+β)}; that of the tokens is {@code 1-a}.
     *
     * @param level of the interval, such as 0.95
     * @return unbounded when the data give no measure of noise
     */
    public Interval exponent(double level) {
        double sum = parameters[ALPHA] + parameters[BETA];
        double[] gradient = new double[parameters.length];
        gradient[ALPHA] = -parameters[BETA] / (sum * sum);
        gradient[BETA] = parameters[ALPHA] / (sum * sum);
        return around(parameters[BETA] / sum, gradient, level);
    }

    /**
     * Splits some compute.
     *
     * @param compute in FLOP, positive
     * @param level of the intervals, such as 0.95
     * @return size, tokens and loss; intervals unbounded above when the data give no measure of noise
     * @throws IllegalArgumentException when the compute is not positive and finite, or the level not between 0 and 1
     */
    public Split at(double compute, double level) {
        double log = Math.log(Flop.product(Flop.require(compute)));
        double sum = parameters[ALPHA] + parameters[BETA];
        double g = logG(parameters);
        double[] gradient = new double[parameters.length];
        gradient[A] = 1 / (parameters[A] * sum);
        gradient[B] = -1 / (parameters[B] * sum);
        gradient[ALPHA] = (1 / parameters[ALPHA] - g - parameters[BETA] / sum * log) / sum;
        gradient[BETA] = (-1 / parameters[BETA] - g + parameters[ALPHA] / sum * log) / sum;
        Interval size = around(logSize(parameters, compute), gradient, level);
        Interval tokens = new Interval(log - size.upper(), log - size.estimate(), log - size.lower(), level);
        return new Split(
                compute,
                exponential(size),
                exponential(tokens),
                fit.confidence(new double[] {Math.exp(size.estimate()), Math.exp(tokens.estimate())}, level));
    }

    private Interval around(double estimate, double[] gradient, double level) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Line.around(estimate, Math.sqrt(Math.max(0, variance)), fit.degreesOfFreedom(), level);
    }

    private static Interval exponential(Interval log) {
        return new Interval(Math.exp(log.lower()), Math.exp(log.estimate()), Math.exp(log.upper()), log.level());
    }

    /**
     * Tells what a reader must know.
     *
     * @return sentences without a full stop; empty when there is nothing to warn of
     */
    public Set<String> warnings() {
        Set<String> warnings = new TreeSet<>();
        if (fit.warnings().contains(FitWarning.TIED_VARIABLES)) {
            warnings.add("size and tokens rise together in every run: the split is not measured, it follows from the"
                    + " exponents' difference alone; add runs at other tokens per parameter");
        }
        if (!fit.convergence().atBounds().isEmpty()) {
            warnings.add("at its bound: " + String.join(", ", fit.convergence().atBounds())
                    + "; intervals of the split do not hold");
        }
        if (fit.convergence().conditionNumber() > ILL_CONDITIONED) {
            warnings.add("condition number %.2g: the exponents can hardly be told apart"
                    .formatted(fit.convergence().conditionNumber()));
        }
        return warnings;
    }

    /**
     * One split of compute.
     *
     * @param compute in FLOP
     * @param parameters of the best model
     * @param tokens that it is trained on
     * @param loss that it comes to, with the band of the law
     */
    public record Split(double compute, Interval parameters, Interval tokens, Interval loss) {}
}
