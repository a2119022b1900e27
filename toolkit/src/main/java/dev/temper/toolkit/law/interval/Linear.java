package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.solve.Loss;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * The law made linear at an optimum, in centred coordinates: what the delta method knows. Observations may count several times, as in a
 * bootstrap, or not at all.
 */
final class Linear {
    private static final double LEAST_PIVOT = 1e-14;
    private static final double LEAST_FREEDOM = 1e-8;
    private static final double SHARE_OF_ERROR = 1e-3;
    private static final double SHARE_OF_SIZE = 1e-6;
    private static final int MOST_REFINEMENTS = 6;
    private static final double REFINED = 4;
    private static final double STRAIGHT = 1e-4;

    private final Fit fit;
    final double[] centred;
    /** By observation the derivatives of the law, times the root of its weight. */
    private final double[][] rows;
    /** Value less law, times the root of the weight. */
    private final double[] residuals;

    private final double[] counts;
    /** Inverse of the sum of squares; NaN where the data do not hold every coordinate. */
    private final double[][] inverse;

    private Linear(Fit fit, double[] centred, double[][] rows, double[] residuals, double[] counts) {
        this.fit = fit;
        this.centred = centred;
        this.rows = rows;
        this.residuals = residuals;
        this.counts = counts;
        this.inverse = inverse();
    }

    static Linear of(Fit fit) {
        Observations data = fit.observations();
        double[] values = new double[data.size()];
        double[] counts = new double[data.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.value(i);
            counts[i] = 1;
        }
        return at(fit, fit.parameters(), values, counts);
    }

    static Linear at(Fit fit, double[] parameters, double[] values, double[] counts) {
        LawForm form = fit.form();
        Observations data = fit.observations();
        ErrorScale scale = fit.options().scale();
        Loss loss = fit.options().loss();
        double[] pivot = fit.design().pivot();
        double[] centred = form.centredOf(parameters, pivot);
        double[][] jacobian = form.jacobian(centred, pivot);
        double[][] rows = new double[values.length][centred.length];
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] x = data.row(i);
            double law = form.value(parameters, x);
            double[] gradient = form.gradient(parameters, x);
            boolean logs = scale == ErrorScale.LOG;
            double root = Math.sqrt(data.weight(i)) * loss.precision(logs ? Math.log(law) : law);
            for (int j = 0; j < centred.length; j++) {
                double sum = 0;
                for (int k = 0; k < gradient.length; k++) {
                    sum += gradient[k] * jacobian[k][j];
                }
                rows[i][j] = root * (logs ? sum / law : sum);
            }
            residuals[i] = root * (logs ? Math.log(values[i] / law) : values[i] - law);
        }
        return new Linear(fit, centred, rows, residuals, counts);
    }

    private double[][] inverse() {
        int p = centred.length;
        double[][] gram = new double[p][p];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k <= j; k++) {
                    gram[j][k] += counts[i] * rows[i][j] * rows[i][k];
                }
            }
        }
        double[] size = new double[p];
        for (int j = 0; j < p; j++) {
            size[j] = gram[j][j] > 0 ? Math.sqrt(gram[j][j]) : 1;
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                gram[j][k] /= size[j] * size[k];
                gram[k][j] = gram[j][k];
            }
        }
        double[][] inverse = unitInverse(gram);
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                inverse[j][k] /= size[j] * size[k];
            }
        }
        return inverse;
    }

    private static double[][] unitInverse(double[][] gram) {
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false), 1e-9, LEAST_PIVOT)
                    .getSolver()
                    .getInverse()
                    .getData();
        } catch (NonPositiveDefiniteMatrixException e) {
            double[][] unknown = new double[gram.length][gram.length];
            for (double[] row : unknown) {
                java.util.Arrays.fill(row, Double.NaN);
            }
            return unknown;
        }
    }

    /** Covariance where every run has noise of the same mean square; pooled over all residuals it is {@link #pooled}. */
    double[][] even(double meanSquare) {
        double[][] covariance = new double[centred.length][centred.length];
        for (int j = 0; j < centred.length; j++) {
            for (int k = 0; k < centred.length; k++) {
                covariance[j][k] = meanSquare * inverse[j][k];
            }
        }
        return covariance;
    }

    /** The residuals' mean square over all degrees of freedom; NaN without one. */
    double pooled() {
        double squares = 0;
        double runs = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += counts[i] * residuals[i] * residuals[i];
            runs += counts[i];
        }
        return runs > centred.length ? squares / (runs - centred.length) : Double.NaN;
    }

    double leverage(int i) {
        return form(inverse, rows[i]);
    }

    /** HC3: each group's own noise, of residuals over one less their leverage. */
    double[][] sandwich(Groups groups) {
        int p = centred.length;
        double[][] scores = new double[groups.count][p];
        double[] times = new double[groups.count];
        for (int i = 0; i < rows.length; i++) {
            double residual = residuals[i] / Math.max(1 - leverage(i), LEAST_FREEDOM);
            times[groups.of[i]] = counts[i];
            for (int j = 0; j < p; j++) {
                scores[groups.of[i]][j] += rows[i][j] * residual;
            }
        }
        double correction = groups.count < rows.length ? groups.count / (groups.count - 1.0) : 1;
        double[][] covariance = new double[p][p];
        double[] turned = new double[p];
        for (int g = 0; g < groups.count; g++) {
            for (int j = 0; j < p; j++) {
                turned[j] = 0;
                for (int k = 0; k < p; k++) {
                    turned[j] += inverse[j][k] * scores[g][k];
                }
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    covariance[j][k] += correction * times[g] * turned[j] * turned[k];
                }
            }
        }
        return covariance;
    }

    /** The standard error of a quantity on its own scale. */
    double error(Quantity quantity, double[][] covariance) {
        return Math.sqrt(form(covariance, gradient(quantity, centred)));
    }

    /** By central differences over a thousandth of a standard error, or less where the quantity bends within it. */
    double[] gradient(Quantity quantity, double[] at) {
        double meanSquare = pooled();
        double[] gradient = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            double step = SHARE_OF_ERROR * Math.sqrt(meanSquare * inverse[j][j]);
            if (!(step > 0)) {
                step = SHARE_OF_SIZE * Math.max(Math.abs(at[j]), SHARE_OF_ERROR);
            }
            double slope = slope(quantity, at, j, step);
            for (int refinement = 0; refinement < MOST_REFINEMENTS; refinement++) {
                step /= REFINED;
                double finer = slope(quantity, at, j, step);
                boolean straight = Math.abs(finer - slope) <= STRAIGHT * Math.abs(finer);
                slope = finer;
                if (straight) {
                    break;
                }
            }
            gradient[j] = slope;
        }
        return gradient;
    }

    private double slope(Quantity quantity, double[] at, int j, double step) {
        double[] pivot = fit.design().pivot();
        double[] moved = at.clone();
        moved[j] = at[j] + step;
        double up = quantity.scaled(fit.form().parametersOf(moved, pivot));
        moved[j] = at[j] - step;
        double down = quantity.scaled(fit.form().parametersOf(moved, pivot));
        return (up - down) / (2 * step);
    }

    private static double form(double[][] matrix, double[] vector) {
        double sum = 0;
        for (int j = 0; j < vector.length; j++) {
            for (int k = 0; k < vector.length; k++) {
                sum += vector[j] * matrix[j][k] * vector[k];
            }
        }
        return sum;
    }
}
