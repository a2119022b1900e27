package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.Loss;

/**
 * What is known before the fit.
 *
 * @param scale the scale of the residuals
 * @param asymptoteLower the least value that the curve may level off at; negative infinity for none
 * @param asymptoteUpper the greatest value that the curve may level off at; positive infinity for none
 * @param falling whether the curve can only fall with the budget, as a loss does; otherwise it may rise or fall
 * @param loss what residuals cost
 * @param weighting what each value counts for
 */
public record FitOptions(
        ErrorScale scale,
        double asymptoteLower,
        double asymptoteUpper,
        boolean falling,
        Loss loss,
        Weighting weighting) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when the bounds are in the wrong order, or negative on the log scale, or accuracies are to be
     *     compared by their logarithms
     */
    public FitOptions {
        if (!(asymptoteLower < asymptoteUpper)) {
            throw new IllegalArgumentException(
                    "asymptoteLower must be below asymptoteUpper " + asymptoteUpper + ", but is " + asymptoteLower);
        }
        if (scale == ErrorScale.LOG && !(asymptoteLower >= 0 && falling)) {
            throw new IllegalArgumentException(
                    "on the log scale asymptoteLower must be at least 0 and the curve must fall, but asymptoteLower is "
                            + asymptoteLower + " and falling is " + falling);
        }
        if (scale == ErrorScale.LOG && loss.equals(Loss.BINOMIAL)) {
            throw new IllegalArgumentException(
                    "scale must be NATURAL for the binomial likelihood of accuracies, but is " + scale);
        }
    }

    /**
     * Takes least squares, and weights as given.
     *
     * @param scale the scale of the residuals
     * @param asymptoteLower the least value that the curve may level off at; negative infinity for none
     * @param asymptoteUpper the greatest value that the curve may level off at; positive infinity for none
     * @param falling whether the curve can only fall with the budget
     * @throws IllegalArgumentException as the other constructor does
     */
    public FitOptions(ErrorScale scale, double asymptoteLower, double asymptoteUpper, boolean falling) {
        this(scale, asymptoteLower, asymptoteUpper, falling, Loss.SQUARES, Weighting.GIVEN);
    }

    /**
     * Fits losses: least squares on logs, levelling off at 0 or more.
     *
     * @return the options
     */
    public static FitOptions losses() {
        return losses(0);
    }

    /**
     * Fits losses that cannot fall below a known bound, such as the entropy of the text.
     *
     * @param floor the bound, in the unit of the loss, at least 0
     * @return the options
     */
    public static FitOptions losses(double floor) {
        return new FitOptions(ErrorScale.LOG, floor, Double.POSITIVE_INFINITY, true);
    }

    /**
     * Fits gains over a control: plain least squares, any sign, levelling off anywhere.
     *
     * @return the options
     */
    public static FitOptions gains() {
        return gains(Double.POSITIVE_INFINITY);
    }

    /**
     * Fits gains that cannot exceed a known bound, such as the control's loss less the entropy of the text.
     *
     * @param ceiling the bound, in the unit of the gain
     * @return the options
     */
    public static FitOptions gains(double ceiling) {
        return new FitOptions(ErrorScale.NATURAL, Double.NEGATIVE_INFINITY, ceiling, false);
    }

    /**
     * Fits accuracies by their binomial likelihood, anywhere from 0 to 1; the weights of the observations are the numbers of items.
     *
     * @return the options
     */
    public static FitOptions accuracies() {
        return new FitOptions(ErrorScale.NATURAL, 0, 1, false, Loss.BINOMIAL, Weighting.GIVEN);
    }

    /**
     * Takes another loss.
     *
     * @param loss what residuals cost
     * @return the same options with this loss
     * @throws IllegalArgumentException when it is the binomial likelihood and the scale is logarithmic
     */
    public FitOptions withLoss(Loss loss) {
        return new FitOptions(scale, asymptoteLower, asymptoteUpper, falling, loss, weighting);
    }

    /**
     * Takes other weights.
     *
     * @param weighting what each value counts for
     * @return the same options with this weighting
     */
    public FitOptions withWeighting(Weighting weighting) {
        return new FitOptions(scale, asymptoteLower, asymptoteUpper, falling, loss, weighting);
    }
}
