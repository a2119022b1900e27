package dev.temper.toolkit.law;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * What the residuals say of noise and of lack of fit, on the scale of the residuals.
 *
 * @param pureError mean square between seeds of the same budget; NaN without repeated seeds
 * @param pureErrorDf its degrees of freedom; where values share noise in clusters, those of the clusters
 * @param lackOfFit mean square of the budgets' means about the law; NaN with no more budgets than parameters
 * @param lackOfFitDf its degrees of freedom; where values share noise in clusters, those of the clusters
 */
public record Noise(double pureError, int pureErrorDf, double lackOfFit, int lackOfFitDf) {
    /** How rarely chance alone makes lack of fit smaller than what the intervals stand on at the least. */
    public static final double LEAST_SHARE = 0.01;

    private static final double ROUNDING = 1e-9;

    /**
     * Values of one cluster count as one: the squares are divided by the degrees of freedom of the clusters, which is right where noise
     * within a cluster is all shared, and wide where it is not.
     */
    static Noise of(Replicates data, double squares, int parameters, double valuesOfCluster) {
        int pureErrorDf = (int) (data.pureErrorDf / valuesOfCluster + ROUNDING);
        int lackOfFitDf = Math.max(0, (int) (data.points() / valuesOfCluster + ROUNDING) - parameters);
        double pureError = pureErrorDf > 0 ? data.pureErrorSquares / pureErrorDf : Double.NaN;
        double lackOfFit = lackOfFitDf > 0 ? Math.max(0, squares - data.pureErrorSquares) / lackOfFitDf : Double.NaN;
        return new Noise(pureError, pureErrorDf, lackOfFit, lackOfFitDf);
    }

    /**
     * Tells which of the two the intervals stand on. It is lack of fit, with its few degrees of freedom, wherever there are more points
     * than parameters: seeds of one budget may share noise that pure error does not see. Only where lack of fit is smaller than chance
     * allows at {@link #LEAST_SHARE} is it replaced by the least that chance allows, which is a multiple of pure error. Simulations of
     * sweeps with and without shared noise hold the truth in 95 of 100 cases with this rule; with the plain larger of the two, and its own
     * degrees of freedom, in 98 of 100 where nothing is shared.
     *
     * @return true when it is lack of fit
     */
    public boolean lackOfFitLeads() {
        return lackOfFitDf > 0 && (pureErrorDf == 0 || lackOfFit > leastLackOfFit());
    }

    /**
     * Gives the mean square that the intervals stand on.
     *
     * @return lack of fit, or a multiple of pure error where that is larger; pure error where there is no lack of fit; NaN when the data
     *     give neither
     */
    public double meanSquare() {
        if (lackOfFitDf == 0) {
            return pureError;
        }
        return lackOfFitLeads() ? lackOfFit : leastLackOfFit();
    }

    /**
     * Gives the degrees of freedom of {@link #meanSquare}.
     *
     * @return 0 when the data give no measure of noise, and intervals are unbounded
     */
    public int degreesOfFreedom() {
        return lackOfFitDf > 0 ? lackOfFitDf : pureErrorDf;
    }

    /**
     * Gives the variance of one run about the law.
     *
     * @return the larger of {@link #meanSquare} and pure error; NaN when the data give neither
     */
    public double ofOneRun() {
        return pureErrorDf > 0 ? Math.max(meanSquare(), pureError) : meanSquare();
    }

    private double leastLackOfFit() {
        return pureError * new FDistribution(lackOfFitDf, pureErrorDf).inverseCumulativeProbability(LEAST_SHARE);
    }
}
