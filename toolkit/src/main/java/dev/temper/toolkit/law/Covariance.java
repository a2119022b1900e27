package dev.temper.toolkit.law;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The unscaled covariance of the centred coordinates, {@code (JᵀJ)⁻¹}, as a factor whose rows are turned by deviates into joint draws.
 * Directions that the data do not see at all get a singular value of 1e-9 of the largest: a finite variance beyond any use.
 */
final class Covariance {
    private static final double LEAST_SINGULAR = 1e-9;

    /** {@code factor · factorᵀ} is the covariance for noise of variance one. */
    final double[][] factor;

    final double conditionNumber;

    private Covariance(double[][] factor, double conditionNumber) {
        this.factor = factor;
        this.conditionNumber = conditionNumber;
    }

    static Covariance of(double[][] jacobian) {
        int p = jacobian[0].length;
        double[] scale = new double[p];
        double[][] rows = Triangle.of(jacobian);
        for (int j = 0; j < p; j++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[j] * row[j];
            }
            scale[j] = sum > 0 ? Math.sqrt(sum) : 1;
            for (double[] row : rows) {
                row[j] /= scale[j];
            }
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false));
        double[] singular = svd.getSingularValues();
        double[][] v = svd.getV().getData();
        double[][] factor = new double[p][p];
        for (int k = 0; k < p; k++) {
            double value = Math.max(singular[k], LEAST_SINGULAR * singular[0]);
            for (int j = 0; j < p; j++) {
                factor[j][k] = v[j][k] / value / scale[j];
            }
        }
        return new Covariance(factor, singular[p - 1] > 0 ? singular[0] / singular[p - 1] : Double.POSITIVE_INFINITY);
    }

    /** Turns a gradient into the direction whose product with independent unit deviates is the linearised change. */
    double[] spread(double[] gradient) {
        double[] spread = new double[factor[0].length];
        for (int k = 0; k < spread.length; k++) {
            for (int j = 0; j < gradient.length; j++) {
                spread[k] += gradient[j] * factor[j][k];
            }
        }
        return spread;
    }

    double deviation(int j) {
        return length(factor[j]);
    }

    static double length(double[] vector) {
        double sum = 0;
        for (double x : vector) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
