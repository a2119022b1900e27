package dev.temper.toolkit.law.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LeastAbsoluteTest {
    private static double sum(double[] residuals, double[][] rows, double[] weights, double[] step) {
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            double left = residuals[i];
            for (int j = 0; j < step.length; j++) {
                left += rows[i][j] * step[j];
            }
            sum += weights[i] * Math.abs(left);
        }
        return sum;
    }

    @Test
    void oneUnknownIsTheWeightedMedian() {
        double[] residuals = {-1, -2, -3, -10, -20};
        double[][] rows = {{1}, {1}, {1}, {1}, {1}};
        assertThat(step(residuals, rows, new double[] {1, 1, 1, 1, 1})[0]).isEqualTo(3);
        assertThat(step(residuals, rows, new double[] {1, 1, 1, 1, 9})[0]).isEqualTo(20);
    }

    private static double[] step(double[] residuals, double[][] rows, double[] weights) {
        return Objects.requireNonNull(LeastAbsolute.solve(residuals, rows, weights))
                .step();
    }

    /** Every vertex of the model is tried. */
    @RepeatedTest(40)
    void noOtherVertexIsLower(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int n = 14;
        double[] residuals = random.doubles(n, -1, 1).toArray();
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> new double[] {1, random.nextGaussian(), random.nextGaussian()});
        double[] weights = random.doubles(n, 0.5, 2).toArray();

        LeastAbsolute.Vertex vertex = Objects.requireNonNull(LeastAbsolute.solve(residuals, rows, weights));

        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                for (int c = 0; c < b; c++) {
                    least = Math.min(least, sum(residuals, rows, weights, through(residuals, rows, a, b, c)));
                }
            }
        }
        assertThat(vertex.excess()).isZero();
        assertThat(sum(residuals, rows, weights, vertex.step())).isCloseTo(least, within(1e-9));
    }

    private static double[] through(double[] residuals, double[][] rows, int... met) {
        double[][] basis = Arrays.stream(met).mapToObj(i -> rows[i]).toArray(double[][]::new);
        double determinant = determinant(basis);
        double[] step = new double[3];
        for (int j = 0; j < 3; j++) {
            double[][] replaced = Arrays.stream(basis).map(double[]::clone).toArray(double[][]::new);
            for (int k = 0; k < 3; k++) {
                replaced[k][j] = -residuals[met[k]];
            }
            step[j] = determinant(replaced) / determinant;
        }
        return step;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    @Test
    void rowsInOneDirectionDetermineNothing() {
        assertThat(LeastAbsolute.solve(
                        new double[] {1, 2, 3}, new double[][] {{1, 2}, {2, 4}, {3, 6}}, new double[] {1, 1, 1}))
                .isNull();
    }
}
