package dev.temper.toolkit.law.solve;

import java.util.Arrays;

/** Least squares for a few unknowns that may not be negative, from its normal equations (Lawson and Hanson 1974, chapter 23). */
final class NonNegative {
    private static final double TOLERANCE = 1e-12;

    private NonNegative() {}

    /** The unknowns that minimise {@code ½ xᵀ·normal·x - rightᵀ·x}, none negative. */
    static double[] solve(double[][] normal, double[] right) {
        int size = right.length;
        double[] solution = new double[size];
        boolean[] free = new boolean[size];
        Arrays.fill(free, true);
        double[] all = unconstrained(normal, right, free);
        if (positive(all)) {
            return all;
        }
        Arrays.fill(free, false);
        for (int round = 0; round < 3 * size; round++) {
            int next = steepest(normal, right, solution, free);
            if (next < 0) {
                break;
            }
            free[next] = true;
            double[] candidate = unconstrained(normal, right, free);
            int worst = mostNegative(candidate, free);
            while (worst >= 0) {
                double share = 1;
                for (int j = 0; j < size; j++) {
                    if (free[j] && candidate[j] <= 0) {
                        share = Math.min(share, solution[j] / (solution[j] - candidate[j]));
                    }
                }
                for (int j = 0; j < size; j++) {
                    solution[j] += share * (candidate[j] - solution[j]);
                    free[j] &= solution[j] > TOLERANCE * Math.abs(candidate[j]);
                    solution[j] = free[j] ? solution[j] : 0;
                }
                free[worst] = false;
                solution[worst] = 0;
                candidate = unconstrained(normal, right, free);
                worst = mostNegative(candidate, free);
            }
            solution = candidate;
        }
        return solution;
    }

    private static boolean positive(double[] candidate) {
        for (double each : candidate) {
            if (!(each > 0)) {
                return false;
            }
        }
        return true;
    }

    private static int steepest(double[][] normal, double[] right, double[] solution, boolean[] free) {
        int steepest = -1;
        double most = 0;
        for (int j = 0; j < right.length; j++) {
            double slope = right[j];
            for (int k = 0; k < right.length; k++) {
                slope -= normal[j][k] * solution[k];
            }
            double relative = slope / Math.sqrt(normal[j][j]);
            if (!free[j] && relative > most + TOLERANCE * Math.abs(right[j]) / Math.sqrt(normal[j][j])) {
                most = relative;
                steepest = j;
            }
        }
        return steepest;
    }

    private static int mostNegative(double[] candidate, boolean[] free) {
        int worst = -1;
        for (int j = 0; j < candidate.length; j++) {
            if (free[j] && candidate[j] <= 0 && (worst < 0 || candidate[j] < candidate[worst])) {
                worst = j;
            }
        }
        return worst;
    }

    /** Solves for the free unknowns by Gaussian elimination with pivots on the diagonal; the others are zero. */
    private static double[] unconstrained(double[][] normal, double[] right, boolean[] free) {
        int size = right.length;
        int[] index = new int[size];
        int count = 0;
        for (int j = 0; j < size; j++) {
            if (free[j]) {
                index[count++] = j;
            }
        }
        double[][] rows = new double[count][count + 1];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                rows[a][b] = normal[index[a]][index[b]];
            }
            rows[a][count] = right[index[a]];
        }
        for (int k = 0; k < count; k++) {
            for (int a = k + 1; a < count; a++) {
                double factor = rows[k][k] == 0 ? 0 : rows[a][k] / rows[k][k];
                for (int b = k; b <= count; b++) {
                    rows[a][b] -= factor * rows[k][b];
                }
            }
        }
        double[] solution = new double[size];
        Arrays.fill(solution, 0);
        for (int k = count - 1; k >= 0; k--) {
            double value = rows[k][count];
            for (int b = k + 1; b < count; b++) {
                value -= rows[k][b] * solution[index[b]];
            }
            solution[index[k]] = rows[k][k] == 0 ? 0 : value / rows[k][k];
        }
        return solution;
    }
}
