package dev.temper.toolkit.law.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * Least absolute differences of a linear model, {@code min Σ w_i |r_i + J_i·d|}, exactly: at the minimum as many rows as unknowns are met
 * (Barrodale and Roberts 1973). The rows that are met are exchanged one by one until no exchange lowers the sum.
 */
public final class LeastAbsolute {
    private static final int MOST_EXCHANGES = 200;
    private static final double DEPENDENT = 1e-9;
    private static final double ROUNDING = 1e-9;
    private static final double MET = 1e-13;

    private final double[] residuals;
    private final double[][] rows;
    private final double[] weights;
    private final int size;

    /**
     * A vertex of the model.
     *
     * @param step the unknowns
     * @param excess by how much of its weight the multiplier of a met row is too large; 0 at the minimum
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers on their way to a step, compared by nobody
    public record Vertex(double[] step, double excess) {}

    private LeastAbsolute(double[] residuals, double[][] rows, double[] weights) {
        this.residuals = residuals;
        this.rows = rows;
        this.weights = weights;
        this.size = rows[0].length;
    }

    /**
     * Minimises.
     *
     * @param residuals one for each row
     * @param rows derivatives of the residuals, no two rows in the same direction with the same residual
     * @param weights positive
     * @return the vertex that was reached; null when the rows do not determine the unknowns
     */
    public static @Nullable Vertex solve(double[] residuals, double[][] rows, double[] weights) {
        LeastAbsolute problem = new LeastAbsolute(residuals, rows, weights);
        int[] met = problem.smallest();
        return met == null ? null : problem.descend(met);
    }

    /** The rows of the smallest residuals that are independent of each other. */
    private int @Nullable [] smallest() {
        int[] order = IntStream.range(0, residuals.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(residuals[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        List<double[]> directions = new ArrayList<>();
        int[] met = new int[size];
        for (int i : order) {
            double[] rest = rows[i].clone();
            double before = length(rest);
            for (double[] direction : directions) {
                double along = dot(rest, direction);
                for (int j = 0; j < size; j++) {
                    rest[j] -= along * direction[j];
                }
            }
            double after = length(rest);
            if (after > DEPENDENT * before) {
                met[directions.size()] = i;
                directions.add(Arrays.stream(rest).map(x -> x / after).toArray());
                if (directions.size() == size) {
                    return met;
                }
            }
        }
        return null;
    }

    private @Nullable Vertex descend(int[] met) {
        double[] step = new double[size];
        double excess = Double.POSITIVE_INFINITY;
        for (int exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
            double[][] basis = Arrays.stream(met).mapToObj(i -> rows[i]).toArray(double[][]::new);
            DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(basis), 0).getSolver();
            if (!solver.isNonSingular()) {
                return null;
            }
            double[][] inverse = solver.getInverse().getData();
            step = times(
                    inverse, Arrays.stream(met).mapToDouble(i -> -residuals[i]).toArray());
            double[] left = new double[residuals.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = residuals[i] + dot(rows[i], step);
            }
            for (int i : met) {
                left[i] = 0;
            }
            double[] pull = pull(left, met);
            int leaving = -1;
            double multiplier = 0;
            excess = 0;
            for (int k = 0; k < size; k++) {
                double each = 0;
                for (int j = 0; j < size; j++) {
                    each -= inverse[j][k] * pull[j];
                }
                double over = Math.abs(each) / weights[met[k]] - 1;
                if (over > Math.max(excess, ROUNDING)) {
                    excess = over;
                    leaving = k;
                    multiplier = each;
                }
            }
            if (leaving < 0) {
                return new Vertex(step, 0);
            }
            int column = leaving;
            double sign = Math.signum(multiplier);
            double[] way = new double[size];
            Arrays.setAll(way, j -> sign * inverse[j][column]);
            int entering = entering(left, way, weights[met[leaving]] - Math.abs(multiplier), met);
            if (entering < 0) {
                return null;
            }
            met[leaving] = entering;
        }
        return new Vertex(step, excess);
    }

    /** Derivative of the cost of the rows that are not met. */
    private double[] pull(double[] left, int[] met) {
        double[] pull = new double[size];
        for (int i = 0; i < left.length; i++) {
            if (!holds(met, i)) {
                for (int j = 0; j < size; j++) {
                    pull[j] += weights[i] * Math.signum(left[i]) * rows[i][j];
                }
            }
        }
        return pull;
    }

    /** The row at which the cost stops falling on the way. */
    private int entering(double[] left, double[] way, double slope, int[] met) {
        double[] speed = new double[left.length];
        List<Integer> crossed = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            speed[i] = dot(rows[i], way);
            if (!holds(met, i)
                    && speed[i] != 0
                    && -left[i] / speed[i] >= 0
                    && Math.abs(left[i]) > MET * Math.abs(speed[i])) {
                crossed.add(i);
            }
        }
        crossed.sort(Comparator.comparingDouble(i -> -left[i] / speed[i]));
        double falling = slope;
        for (int i : crossed) {
            falling += 2 * weights[i] * Math.abs(speed[i]);
            if (falling >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean holds(int[] met, int i) {
        for (int each : met) {
            if (each == i) {
                return true;
            }
        }
        return false;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
