package dev.temper.toolkit.law.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

/** Elimination block by block beside the same equations written out as one matrix. */
class ArrowTest {
    private static final int SOURCES = 4;
    private static final int OWN = 3;
    private static final int COMMON = 2;
    private static final int SIZE = SOURCES * OWN + COMMON;

    private static double[][] dense(Arrow arrow, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[SIZE][SIZE];
        for (int row = 0; row < 60; row++) {
            int s = row % SOURCES;
            double[] slope = new double[SIZE];
            for (int i = 0; i < OWN; i++) {
                slope[s * OWN + i] = random.nextGaussian();
            }
            for (int m = 0; m < COMMON; m++) {
                slope[SOURCES * OWN + m] = random.nextGaussian();
            }
            for (int a = 0; a < SIZE; a++) {
                for (int b = 0; b < SIZE; b++) {
                    matrix[a][b] += slope[a] * slope[b];
                }
            }
        }
        for (int s = 0; s < SOURCES; s++) {
            for (int i = 0; i < OWN; i++) {
                for (int j = 0; j < OWN; j++) {
                    arrow.blocks[(s * OWN + i) * OWN + j] = matrix[s * OWN + i][s * OWN + j];
                }
                for (int m = 0; m < COMMON; m++) {
                    arrow.border[(s * OWN + i) * COMMON + m] = matrix[s * OWN + i][SOURCES * OWN + m];
                }
            }
        }
        for (int m = 0; m < COMMON; m++) {
            for (int n = 0; n < COMMON; n++) {
                arrow.corner[m * COMMON + n] = matrix[SOURCES * OWN + m][SOURCES * OWN + n];
            }
        }
        for (int k = 0; k < SIZE; k++) {
            arrow.right[k] = random.nextGaussian();
        }
        return matrix;
    }

    private static LUDecomposition reduced(double[][] matrix, int... free) {
        return new LUDecomposition(new Array2DRowRealMatrix(matrix).getSubMatrix(free, free));
    }

    @Test
    void solvesAsTheWholeMatrixDoes() {
        Arrow arrow = new Arrow(SOURCES, OWN, COMMON);
        double[][] matrix = dense(arrow, 1);
        int[] all = IntStream.range(0, SIZE).toArray();
        arrow.factor(0);
        double[] step = arrow.solve(arrow.right);
        double[] expected = reduced(matrix, all)
                .getSolver()
                .solve(new ArrayRealVector(arrow.right))
                .toArray();
        for (int k = 0; k < SIZE; k++) {
            assertThat(step[k]).isCloseTo(expected[k], within(1e-10));
        }
        assertThat(arrow.logDeterminant())
                .isCloseTo(Math.log(reduced(matrix, all).getDeterminant()), within(1e-9));
    }

    @Test
    void multipliesAsTheWholeMatrixDoes() {
        Arrow arrow = new Arrow(SOURCES, OWN, COMMON);
        double[] expected = new Array2DRowRealMatrix(dense(arrow, 5)).operate(arrow.right);
        double[] product = arrow.times(arrow.right);
        for (int k = 0; k < SIZE; k++) {
            assertThat(product[k]).isCloseTo(expected[k], within(1e-10));
        }
    }

    @Test
    void dampingMakesTheDiagonalLarger() {
        Arrow arrow = new Arrow(SOURCES, OWN, COMMON);
        double[][] matrix = dense(arrow, 2);
        for (int k = 0; k < SIZE; k++) {
            matrix[k][k] *= 1.5;
        }
        arrow.factor(0.5);
        double[] step = arrow.solve(arrow.right);
        double[] expected = reduced(matrix, IntStream.range(0, SIZE).toArray())
                .getSolver()
                .solve(new ArrayRealVector(arrow.right))
                .toArray();
        for (int k = 0; k < SIZE; k++) {
            assertThat(step[k]).isCloseTo(expected[k], within(1e-10));
        }
    }

    @Test
    void heldCoordinatesStayAndTheOthersSolveWithoutThem() {
        Arrow arrow = new Arrow(SOURCES, OWN, COMMON);
        double[][] matrix = dense(arrow, 3);
        arrow.hold(4, true);
        arrow.hold(SIZE - 1, true);
        int[] free =
                IntStream.range(0, SIZE).filter(k -> k != 4 && k != SIZE - 1).toArray();
        arrow.factor(0);
        double[] step = arrow.solve(arrow.right);
        double[] right = IntStream.of(free).mapToDouble(k -> arrow.right[k]).toArray();
        double[] expected = reduced(matrix, free)
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
        assertThat(step[4]).isZero();
        assertThat(step[SIZE - 1]).isZero();
        for (int i = 0; i < free.length; i++) {
            assertThat(step[free[i]]).isCloseTo(expected[i], within(1e-10));
        }
        assertThat(arrow.logDeterminant())
                .isCloseTo(Math.log(reduced(matrix, free).getDeterminant()), within(1e-9));
    }

    @Test
    void covarianceIsTheSourcesPartOfTheInverse() {
        Arrow arrow = new Arrow(SOURCES, OWN, COMMON);
        double[][] inverse = reduced(dense(arrow, 4), IntStream.range(0, SIZE).toArray())
                .getSolver()
                .getInverse()
                .getData();
        arrow.factor(0);
        int s = 2;
        double[][] covariance = arrow.covariance(s);
        for (int i = 0; i < OWN + COMMON; i++) {
            for (int j = 0; j < OWN + COMMON; j++) {
                int row = i < OWN ? s * OWN + i : SOURCES * OWN + i - OWN;
                int column = j < OWN ? s * OWN + j : SOURCES * OWN + j - OWN;
                assertThat(covariance[i][j]).isCloseTo(inverse[row][column], within(1e-10));
            }
        }
    }
}
