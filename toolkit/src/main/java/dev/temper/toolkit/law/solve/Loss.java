package dev.temper.toolkit.law.solve;

import java.util.Arrays;

/**
 * What a difference between a law and a value costs. Costs are summed over runs, never averaged: a mean makes optimisers with absolute
 * tolerances stop early.
 *
 * <p>For weights the cost of each value is multiplied by its weight. Immutable.
 */
public final class Loss {
    /** Least squares. */
    public static final Loss SQUARES = new Loss(Kind.SQUARES, Double.POSITIVE_INFINITY);

    /** Huber at 1e-3, with which Hoffmann et al. 2022 fitted. It lies far below usual noise, so it is nearly the absolute loss. */
    public static final Loss HUBER_HOFFMANN = huber(1e-3);

    /** Absolute differences, to reproduce papers that minimise them, or that estimate the scale of a Huber loss. */
    public static final Loss ABSOLUTE = new Loss(Kind.ABSOLUTE, 0);

    /** The binomial likelihood: values are accuracies from 0 to 1, and weights are the numbers of items behind them. */
    public static final Loss BINOMIAL = new Loss(Kind.BINOMIAL, Double.POSITIVE_INFINITY);

    /** The median of the size of normal noise, in standard deviations. */
    private static final double NORMAL_MEDIAN = 0.6744897501960817;

    /** Of the smaller share: differences below it leave no digits in the likelihood, and take its series. */
    private static final double SERIES = 1e-4;

    private enum Kind {
        SQUARES,
        HUBER,
        HUBER_MAD,
        ABSOLUTE,
        BINOMIAL
    }

    private final Kind kind;
    private final double threshold;

    private Loss(Kind kind, double threshold) {
        this.kind = kind;
        this.threshold = threshold;
    }

    /**
     * Makes Huber's loss: half the square within a threshold, linear beyond it.
     *
     * @param threshold on the scale of the fit, positive and finite
     * @return the loss
     * @throws IllegalArgumentException when the threshold is not positive and finite
     */
    public static Loss huber(double threshold) {
        return new Loss(Kind.HUBER, requirePositive("threshold", threshold));
    }

    /**
     * Makes Huber's loss with a threshold that the residuals set: a multiple of their median absolute size over 0.6745, which is the
     * standard deviation where noise is normal. It is found together with the fit.
     *
     * @param multiple positive; 1.345 loses 5 % of efficiency where noise is normal
     * @return the loss
     * @throws IllegalArgumentException when the multiple is not positive and finite
     */
    public static Loss huberMad(double multiple) {
        return new Loss(Kind.HUBER_MAD, requirePositive("multiple", multiple));
    }

    private static double requirePositive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be positive and finite, but is " + value);
        }
        return value;
    }

    /**
     * Tells whether the residuals set the threshold.
     *
     * @return true for {@link #huberMad} alone
     */
    public boolean adapts() {
        return kind == Kind.HUBER_MAD;
    }

    /**
     * Sets the threshold of a loss that adapts.
     *
     * @param residuals differences on the scale of the fit
     * @param least the threshold where most residuals vanish, positive
     * @return Huber's loss; this loss when it does not adapt
     */
    public Loss adaptedTo(double[] residuals, double least) {
        return adapts() ? huber(Math.max(threshold * medianSize(residuals) / NORMAL_MEDIAN, least)) : this;
    }

    /**
     * Gives the median of the absolute differences.
     *
     * @param residuals at least one
     * @return 0 or more
     */
    public static double medianSize(double[] residuals) {
        double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
        int half = sizes.length / 2;
        return sizes.length % 2 == 1 ? sizes[half] : (sizes[half - 1] + sizes[half]) / 2;
    }

    /**
     * Gives the difference beyond which cost grows linearly.
     *
     * @return positive infinity for least squares and the likelihood, 0 for absolute differences
     */
    public double threshold() {
        if (adapts()) {
            throw new IllegalStateException("the threshold of " + this + " is known after the fit only");
        }
        return threshold;
    }

    /**
     * Tells whether large differences cost less than their square.
     *
     * @return true for Huber's and the absolute loss
     */
    public boolean robust() {
        return kind == Kind.HUBER || kind == Kind.HUBER_MAD || kind == Kind.ABSOLUTE;
    }

    /**
     * Turns a sum of {@link #cost} into what is reported: the sum of squares itself for least squares, as papers do; the sum of costs
     * for the others.
     *
     * @param cost a sum of costs
     * @return the objective
     */
    public double objective(double cost) {
        return kind == Kind.SQUARES ? 2 * cost : cost;
    }

    /**
     * Gives the cost of a difference: half its square where it is small.
     *
     * @param law the law on the scale of the fit
     * @param value the value on the same scale
     * @return 0 or more; infinite or NaN where the law cannot be right
     */
    public double cost(double law, double value) {
        if (kind == Kind.ABSOLUTE) {
            return Math.abs(law - value);
        }
        double root = root(law, value);
        return 0.5 * root * root;
    }

    /**
     * Gives the signed root of twice the cost, with which any loss becomes a sum of squares.
     *
     * @param law the law on the scale of the fit
     * @param value the value on the same scale
     * @return negative where the law is below the value
     */
    public double root(double law, double value) {
        double difference = law - value;
        if (kind == Kind.BINOMIAL) {
            return binomialRoot(law, value);
        }
        double size = Math.abs(difference);
        if (kind == Kind.ABSOLUTE) {
            return Math.copySign(Math.sqrt(2 * size), difference);
        }
        return size <= threshold()
                ? difference
                : Math.copySign(Math.sqrt(threshold * (2 * size - threshold)), difference);
    }

    /**
     * Differentiates {@link #root} in the law.
     *
     * @param law the law on the scale of the fit
     * @param value the value on the same scale
     * @return positive
     */
    public double rootSlope(double law, double value) {
        if (kind == Kind.BINOMIAL) {
            double difference = law - value;
            double variance = law * (1 - law);
            return Math.abs(difference) < SERIES * Math.min(law, 1 - law)
                    ? 1 / Math.sqrt(variance)
                    : difference / variance / binomialRoot(law, value);
        }
        double size = Math.abs(law - value);
        if (kind == Kind.ABSOLUTE) {
            return 1 / Math.sqrt(2 * size);
        }
        return size <= threshold() ? 1 : threshold / Math.sqrt(threshold * (2 * size - threshold));
    }

    /**
     * Gives what a run tells of the law: one over the root of the variance that the loss itself implies.
     *
     * @param law the law on the scale of the fit
     * @return 1 but for the likelihood
     */
    public double precision(double law) {
        return kind == Kind.BINOMIAL ? 1 / Math.sqrt(law * (1 - law)) : 1;
    }

    /** The signed root of twice the Kullback–Leibler divergence of the value from the law. */
    private static double binomialRoot(double law, double value) {
        if (!(law > 0 && law < 1)) {
            return Double.NaN;
        }
        double difference = law - value;
        double variance = law * (1 - law);
        if (Math.abs(difference) < SERIES * Math.min(law, 1 - law)) {
            return difference / Math.sqrt(variance) * (1 + difference * (1 - 2 * law) / (6 * variance));
        }
        double right = value > 0 ? value * Math.log(value / law) : 0;
        double wrong = value < 1 ? (1 - value) * Math.log((1 - value) / (1 - law)) : 0;
        return Math.copySign(Math.sqrt(2 * Math.max(0, right + wrong)), difference);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Loss loss && kind == loss.kind && threshold == loss.threshold;
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Double.hashCode(threshold);
    }

    /** Names the loss in a phrase. */
    @Override
    public String toString() {
        return switch (kind) {
            case SQUARES -> "least squares";
            case HUBER -> "Huber at " + threshold + ", summed";
            case HUBER_MAD -> "Huber at " + threshold + " deviations by the median, summed";
            case ABSOLUTE -> "absolute differences, summed";
            case BINOMIAL -> "binomial likelihood";
        };
    }
}
