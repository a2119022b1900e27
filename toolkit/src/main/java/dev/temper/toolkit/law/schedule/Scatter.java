package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.solve.Loss;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * What the residuals along loss curves say of the noise, given that neighbours share it: each measurement passes a share on to the next
 * of its curve, and the covariance of the estimating equations follows. Curves are too few to be resampled whole, for the law has more
 * parameters than a study has schedules; and kernel estimates of the covariance (Newey and West 1987) were tried and cover less.
 */
final class Scatter {
    private static final double SINGULAR = 1e-13;
    private static final double MOST_CORRELATION = 0.99;

    /** Lag-one correlation of residuals, over all curves. */
    final double correlation;
    /** Standard deviation of the residuals on the scale of the fit. */
    final double deviation;

    final double freedom;
    /** Of the centred coordinates; those at a bound vary no more. */
    private final double[][] covariance;

    Scatter(Fit fit, int[] sizes, double[] centred) {
        double[] residuals = fit.residuals();
        double[] pulls = pulls(fit.options().loss(), residuals);
        int n = residuals.length;
        this.correlation = correlation(pulls, sizes);
        this.freedom = Math.max(1, n / repeats() - centred.length);
        this.deviation = deviation(residuals);
        double variance = Math.pow(deviation(pulls), 2);
        this.covariance = covariance(Slopes.of(fit, centred), residuals, pulls, sizes, variance);
    }

    /** How many measurements in a row count as one. */
    double repeats() {
        return (1 + correlation) / (1 - correlation);
    }

    /** Correlated residuals lie closer to their law than the noise does: the parameters take from them as from fewer. */
    private double deviation(double[] residuals) {
        double squares = 0;
        for (double residual : residuals) {
            squares += residual * residual;
        }
        return Math.sqrt(squares / (freedom * repeats()));
    }

    /** Raised by what it falls short of on curves of this length (Kendall 1954). */
    private static double correlation(double[] residuals, int[] sizes) {
        double products = 0;
        double squares = 0;
        int start = 0;
        for (int size : sizes) {
            for (int i = start; i < start + size; i++) {
                squares += residuals[i] * residuals[i];
                products += i > start ? residuals[i] * residuals[i - 1] : 0;
            }
            start += size;
        }
        double length = (double) residuals.length / sizes.length;
        double plain = squares > 0 ? products / squares : 0;
        double raised = length > 4 ? (length * plain + 1) / (length - 3) : plain;
        return Math.max(0, Math.min(MOST_CORRELATION, raised));
    }

    /** How hard each residual draws at the law; absolute differences are taken as Huber's loss at half their median. */
    private static double[] pulls(Loss loss, double[] residuals) {
        double known = loss.adaptedTo(residuals, Double.MIN_NORMAL).threshold();
        double threshold = known > 0 ? known : Loss.medianSize(residuals) / 2;
        double[] pulls = residuals.clone();
        for (int i = 0; i < pulls.length; i++) {
            pulls[i] = Math.max(-threshold, Math.min(threshold, pulls[i]));
        }
        return pulls;
    }

    private double[][] covariance(double[][] slopes, double[] residuals, double[] pulls, int[] sizes, double variance) {
        int p = slopes[0].length;
        double[][] bread = new double[p][p];
        for (int i = 0; i < residuals.length; i++) {
            addProduct(bread, slopes[i], slopes[i], pulls[i] == residuals[i] ? 1 : 0);
        }
        double[] scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = bread[j][j] > 0 ? 1 / Math.sqrt(bread[j][j]) : 0;
        }
        RealMatrix inverse = inverse(scaled(bread, scale));
        RealMatrix meat = new Array2DRowRealMatrix(scaled(meat(slopes, sizes, variance), scale), false);
        return scaled(inverse.multiply(meat).multiply(inverse).getData(), scale);
    }

    /** The sum over pairs on a curve of the product of their slopes times the correlation to the power of their distance. */
    private double[][] meat(double[][] slopes, int[] sizes, double variance) {
        int p = slopes[0].length;
        double[][] meat = new double[p][p];
        int start = 0;
        for (int size : sizes) {
            double[] passedOn = new double[p];
            for (int i = start; i < start + size; i++) {
                addProduct(meat, slopes[i], slopes[i], variance);
                addProduct(meat, slopes[i], passedOn, variance);
                addProduct(meat, passedOn, slopes[i], variance);
                for (int j = 0; j < p; j++) {
                    passedOn[j] = correlation * (passedOn[j] + slopes[i][j]);
                }
            }
            start += size;
        }
        return meat;
    }

    private static void addProduct(double[][] matrix, double[] left, double[] right, double factor) {
        for (int j = 0; j < left.length; j++) {
            for (int k = 0; k < right.length; k++) {
                matrix[j][k] += factor * left[j] * right[k];
            }
        }
    }

    private static double[][] scaled(double[][] matrix, double[] scale) {
        double[][] scaled = new double[matrix.length][matrix.length];
        for (int j = 0; j < scaled.length; j++) {
            for (int k = 0; k < scaled.length; k++) {
                scaled[j][k] = matrix[j][k] * scale[j] * scale[k];
            }
        }
        return scaled;
    }

    private static RealMatrix inverse(double[][] symmetric) {
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(symmetric, false));
        double[] singular = svd.getSingularValues();
        double[][] middle = new double[singular.length][singular.length];
        for (int k = 0; k < singular.length; k++) {
            middle[k][k] = singular[k] > SINGULAR * singular[0] ? 1 / singular[k] : 0;
        }
        return svd.getV().multiply(new Array2DRowRealMatrix(middle, false)).multiply(svd.getUT());
    }

    /** Standard error on the scale of the fit of something with this gradient in the centred coordinates. */
    double error(double[] gradient) {
        double variance = 0;
        for (int j = 0; j < gradient.length; j++) {
            for (int k = 0; k < gradient.length; k++) {
                variance += gradient[j] * covariance[j][k] * gradient[k];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }
}
