package dev.temper.toolkit.law.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModerationTest {
    @Test
    void equallyNoisySourcesShareOneMeanSquare() {
        Moderation moderation = Moderation.of(new double[] {10, 14, 8, 0}, new int[] {10, 12, 9, 0});
        assertThat(moderation.differ).isFalse();
        assertThat(moderation.meanSquares).containsOnly(32.0 / 31);
        assertThat(moderation.df).containsOnly(31.0);
    }

    @Test
    void unequalOnesAreDrawnTowardsTheCommonOne() {
        Moderation moderation = Moderation.of(new double[] {10, 12, 9, 1200, 0}, new int[] {10, 12, 9, 12, 0});
        assertThat(moderation.differ).isTrue();
        assertThat(moderation.meanSquares[0]).isBetween(0.9, 3.0);
        assertThat(moderation.meanSquares[3]).isBetween(50.0, 100.0);
        assertThat(moderation.df[3]).isBetween(12.0, 43.0);
        assertThat(moderation.df[4]).isPositive();
    }

    @Test
    void findsHowMuchVariancesVary() {
        Random random = new Random(1);
        int n = 2000;
        double[] squares = new double[n];
        int[] df = new int[n];
        Arrays.fill(df, 6);
        for (int s = 0; s < n; s++) {
            double variance = 8 / chiSquare(8, random);
            squares[s] = variance * chiSquare(6, random);
        }
        assertThat(Moderation.of(squares, df).df[0] - 6).isCloseTo(8, within(1.5));
    }

    private static double chiSquare(int df, Random random) {
        double sum = 0;
        for (int i = 0; i < df; i++) {
            sum += Math.pow(random.nextGaussian(), 2);
        }
        return sum;
    }
}
