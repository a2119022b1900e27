package dev.temper.toolkit.law.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class NonNegativeTest {
    /** Karush, Kuhn and Tucker: none negative, no slope downwards, and no slope at all where positive. */
    @RepeatedTest(60)
    void endsWhereNoUnknownWantsToMove(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 2 + random.nextInt(4);
        double[][] rows = new double[12][size];
        double[] target = new double[12];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = random.nextDouble() + 0.2;
            }
            target[i] = random.nextDouble();
        }
        double[][] normal = new double[size][size];
        double[] right = new double[size];
        for (int i = 0; i < 12; i++) {
            for (int a = 0; a < size; a++) {
                right[a] += rows[i][a] * target[i];
                for (int b = 0; b < size; b++) {
                    normal[a][b] += rows[i][a] * rows[i][b];
                }
            }
        }

        double[] solution = NonNegative.solve(normal, right);

        for (int a = 0; a < size; a++) {
            double slope = -right[a];
            for (int b = 0; b < size; b++) {
                slope += normal[a][b] * solution[b];
            }
            assertThat(solution[a]).isNotNegative();
            assertThat(slope).isGreaterThan(-1e-9);
            assertThat(solution[a] * slope).isCloseTo(0, within(1e-9));
        }
    }
}
