package dev.temper.toolkit.law.compute;

import java.util.Arrays;

/** The loss of one model along its training. Immutable. */
public final class TrainingCurve {
    private final double parameters;
    private final double[] logCompute;
    private final double[] losses;

    private TrainingCurve(double parameters, double[] logCompute, double[] losses) {
        this.parameters = parameters;
        this.logCompute = logCompute;
        this.losses = losses;
    }

    /**
     * Takes the losses of one model.
     *
     * @param parameters of the model, positive
     * @param compute spent until each loss, in FLOP, rising
     * @param losses smoothed, as many
     * @return the curve
     * @throws IllegalArgumentException when there are fewer than two losses, the compute does not rise, or a number is not positive
     */
    public static TrainingCurve of(double parameters, double[] compute, double[] losses) {
        double[] sizes = new double[losses.length];
        Arrays.fill(sizes, parameters);
        Numbers.require(compute, sizes, losses);
        if (losses.length < 2) {
            throw new IllegalArgumentException("losses of a curve must be at least 2, but are " + losses.length);
        }
        for (int i = 1; i < compute.length; i++) {
            if (!(compute[i] > compute[i - 1])) {
                throw new IllegalArgumentException(
                        "compute must rise along a curve, but after " + compute[i - 1] + " comes " + compute[i]);
            }
        }
        return new TrainingCurve(parameters, Line.logs(compute), losses.clone());
    }

    double parameters() {
        return parameters;
    }

    double first() {
        return logCompute[0];
    }

    double last() {
        return logCompute[logCompute.length - 1];
    }

    /** The loss at the log of some compute, on straight lines between those measured; infinite outside. */
    double at(double log) {
        if (log < first() || log > last()) {
            return Double.POSITIVE_INFINITY;
        }
        int found = Arrays.binarySearch(logCompute, log);
        if (found >= 0) {
            return losses[found];
        }
        int right = -found - 1;
        double share = (log - logCompute[right - 1]) / (logCompute[right] - logCompute[right - 1]);
        return losses[right - 1] + share * (losses[right] - losses[right - 1]);
    }
}
