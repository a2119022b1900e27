package dev.temper.toolkit.law.joint;

/** Cholesky factors of small matrices that lie one after another in one array, row by row. */
final class Triangle {
    /** Pivots below this share of their diagonal are directions that the data do not see: they get a variance beyond any use. */
    private static final double LEAST_PIVOT = 1e-14;

    private Triangle() {}

    /** Factors in place, the lower half; returns the logarithm of the determinant. */
    static double factor(double[] a, int at, int n) {
        double log = 0;
        for (int j = 0; j < n; j++) {
            int row = at + j * n;
            double pivot = a[row + j];
            double least = LEAST_PIVOT * pivot;
            for (int k = 0; k < j; k++) {
                pivot -= a[row + k] * a[row + k];
            }
            pivot = Math.sqrt(Math.max(pivot, Math.max(least, Double.MIN_NORMAL)));
            a[row + j] = pivot;
            log += Math.log(pivot);
            for (int i = j + 1; i < n; i++) {
                int other = at + i * n;
                double sum = a[other + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[other + k] * a[row + k];
                }
                a[other + j] = sum / pivot;
            }
        }
        return 2 * log;
    }

    /** Solves for one right side in place, whose entries are a stride apart. */
    static void solve(double[] factor, int at, int n, double[] right, int from, int stride) {
        for (int i = 0; i < n; i++) {
            double sum = right[from + i * stride];
            for (int k = 0; k < i; k++) {
                sum -= factor[at + i * n + k] * right[from + k * stride];
            }
            right[from + i * stride] = sum / factor[at + i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = right[from + i * stride];
            for (int k = i + 1; k < n; k++) {
                sum -= factor[at + k * n + i] * right[from + k * stride];
            }
            right[from + i * stride] = sum / factor[at + i * n + i];
        }
    }

    /** The inverse of a factored matrix. */
    static double[] inverse(double[] factor, int at, int n) {
        double[] inverse = new double[n * n];
        for (int j = 0; j < n; j++) {
            inverse[j * n + j] = 1;
            solve(factor, at, n, inverse, j, n);
        }
        return inverse;
    }
}
