package dev.temper.toolkit.law;

/**
 * What the residuals say of noise and of lack of fit, on the scale of the residuals.
 *
 * @param pureError mean square between seeds of the same budget; NaN without repeated seeds
 * @param pureErrorDf its degrees of freedom; where values share noise in clusters, those of the clusters
 * @param lackOfFit mean square of the budgets' means about the law; NaN with no more budgets than parameters
 * @param lackOfFitDf its degrees of freedom; where values share noise in clusters, those of the clusters
 */
public record Noise(double pureError, int pureErrorDf, double lackOfFit, int lackOfFitDf) {
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
     * Tells which of the two the intervals stand on: the larger. Simulation over shared budget shocks shows that it covers where pooled
     * residuals do not.
     *
     * @return true when it is lack of fit
     */
    public boolean lackOfFitLeads() {
        return lackOfFitDf > 0 && (pureErrorDf == 0 || lackOfFit > pureError);
    }

    /**
     * Gives the mean square that the intervals stand on.
     *
     * @return the larger of lack of fit and pure error; NaN when the data give neither
     */
    public double meanSquare() {
        return lackOfFitLeads() ? lackOfFit : pureError;
    }

    /**
     * Gives the degrees of freedom of {@link #meanSquare}.
     *
     * @return 0 when the data give no measure of noise, and intervals are unbounded
     */
    public int degreesOfFreedom() {
        return lackOfFitLeads() ? lackOfFitDf : pureErrorDf;
    }
}
