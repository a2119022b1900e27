package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriangleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 65, 200})
    void keepsEveryProductOfColumns(int count) {
        Random random = new Random(count);
        double[][] rows = new double[count][];
        Arrays.setAll(rows, i -> random.doubles(3, -1, 1).toArray());
        double[] last = random.doubles(count, -1, 1).toArray();

        double[][] triangle = Triangle.of(rows, last);

        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                double expected = 0;
                for (int i = 0; i < count; i++) {
                    expected += (a < 3 ? rows[i][a] : last[i]) * (b < 3 ? rows[i][b] : last[i]);
                }
                double product = 0;
                for (double[] row : triangle) {
                    product += row[a] * row[b];
                }
                assertThat(product).isCloseTo(expected, within(1e-12 * count));
            }
            for (int i = a + 1; i < 4; i++) {
                assertThat(triangle[i][a]).isZero();
            }
        }
    }
}
