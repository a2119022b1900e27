package dev.temper.toolkit.law.solve;

import java.util.Arrays;

/** The objective of any sum. Each term has coordinates of its own; those that terms share are added up at the end. */
final class AnyTerms extends Objective {
    /** For each term, where its own coordinates begin. */
    private final int[] first;
    /** For each own coordinate, the coordinate of the law. */
    private final int[] shared;
    /** For each own coordinate, the column that its derivative is the negative of; null for an amplitude. */
    private final double[][] columns;

    private final double[] shares;
    private final double[] slopes;
    private final double[] ownGradient;
    private final double[][] ownHessian;

    AnyTerms(PowerSum law, SumData data) {
        super(law, data);
        int terms = law.terms().size();
        first = new int[terms + 1];
        for (int k = 0; k < terms; k++) {
            first[k + 1] = first[k] + 1 + law.terms().get(k).powers().size();
        }
        int own = first[terms];
        shared = new int[own];
        columns = new double[own][];
        double[] ones = new double[data.rows()];
        Arrays.fill(ones, -1);
        for (int k = 0; k < terms; k++) {
            Term term = law.terms().get(k);
            shared[first[k]] = term.amplitude();
            columns[first[k]] = ones;
            for (int j = 0; j < term.powers().size(); j++) {
                Term.Power power = term.powers().get(j);
                shared[first[k] + 1 + j] = law.amplitudes() + power.exponent();
                columns[first[k] + 1 + j] = Arrays.stream(data.logs[power.variable()])
                        .map(power::of)
                        .toArray();
            }
        }
        shares = new double[terms];
        slopes = new double[own];
        ownGradient = new double[own];
        ownHessian = new double[own][own];
    }

    @Override
    double evaluate(double[] point, double threshold) {
        Arrays.fill(ownGradient, 0);
        for (double[] row : ownHessian) {
            Arrays.fill(row, 0);
        }
        double[] weights = data.weights;
        double cost = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            if (weight > 0) {
                double residual = residual(point, i);
                double size = Math.abs(residual);
                boolean within = size <= threshold;
                double pull = weight * Math.max(-threshold, Math.min(threshold, residual));
                cost += weight * (within ? 0.5 * residual * residual : threshold * (size - 0.5 * threshold));
                add(i, pull, (within ? weight : 0) - pull);
            }
        }
        collect();
        return cost;
    }

    /** Sets the terms' shares and the slopes of the prediction, and returns prediction less value. */
    private double residual(double[] point, int row) {
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            double log = 0;
            for (int j = first[k]; j < first[k + 1]; j++) {
                log -= point[shared[j]] * columns[j][row];
            }
            shares[k] = Math.exp(log);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
            for (int j = first[k]; j < first[k + 1]; j++) {
                slopes[j] = -shares[k] * columns[j][row];
            }
        }
        return Math.log(sum) - data.logValues[row];
    }

    private void add(int row, double pull, double bend) {
        for (int a = 0; a < slopes.length; a++) {
            ownGradient[a] += pull * slopes[a];
            double bent = bend * slopes[a];
            for (int b = 0; b <= a; b++) {
                ownHessian[a][b] += bent * slopes[b];
            }
        }
        for (int k = 0; k < shares.length; k++) {
            for (int a = first[k]; a < first[k + 1]; a++) {
                for (int b = first[k]; b <= a; b++) {
                    ownHessian[a][b] -= pull * slopes[a] * columns[b][row];
                }
            }
        }
    }

    private void collect() {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        for (int a = 0; a < shared.length; a++) {
            gradient[shared[a]] += ownGradient[a];
            for (int b = 0; b <= a; b++) {
                hessian[shared[a]][shared[b]] += ownHessian[a][b];
                if (a != b) {
                    hessian[shared[b]][shared[a]] += ownHessian[a][b];
                }
            }
        }
    }
}
