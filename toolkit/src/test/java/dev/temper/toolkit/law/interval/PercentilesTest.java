package dev.temper.toolkit.law.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against numbers worked out by hand from Efron 1987. */
class PercentilesTest {
    private static final double[] NINETY_NINE =
            IntStream.rangeClosed(1, 99).mapToDouble(i -> i).toArray();

    @Test
    void percentilesOfNinetyNineDrawsAreDraws() {
        assertThat(Percentiles.plain(NINETY_NINE, 0.9)).containsExactly(new double[] {5, 95}, within(1e-9));
    }

    @Test
    void withoutBiasAndAccelerationBcaIsThePercentiles() {
        assertThat(Percentiles.bca(NINETY_NINE, 50, 0, 0.9)).containsExactly(new double[] {5, 95}, within(1e-6));
    }

    @Test
    void biasAndAccelerationMoveTheShares() {
        // z = 0.1 + 1.959964 = 2.059964; 0.1 + z / (1 - 0.05 z) = 2.396499; its normal share is 0.991723
        assertThat(Percentiles.share(0.1, 0.05, 0.975)).isCloseTo(0.991723, within(1e-6));
        // z = 0.1 - 1.959964 = -1.859964; 0.1 + z / (1 - 0.05 z) = -1.601708; its normal share is 0.054610
        assertThat(Percentiles.share(0.1, 0.05, 0.025)).isCloseTo(0.054610, within(2e-6));
    }

    @Test
    void drawsBelowTheEstimateMoveBothEndsDown() {
        // 29.5 of 99 lie below: z0 = -0.530220; shares Φ(2 z0 ∓ 1.644854) are 0.003412 and 0.720529
        assertThat(Percentiles.bca(NINETY_NINE, 30, 0, 0.9)).containsExactly(new double[] {1, 72.0529}, within(1e-4));
    }

    @Test
    void accelerationIsASixthOfTheSkewness() {
        // cubes 8 - 1 - 1 = 6, squares 4 + 1 + 1 = 6: 6 / (6 · 6^1.5)
        assertThat(JackKnife.acceleration(new double[] {2, -1, -1})).isCloseTo(0.0680414, within(1e-7));
        assertThat(JackKnife.acceleration(new double[] {0, 0})).isZero();
    }

    @Test
    void drawsOnOneSideGiveNoEnds() {
        assertThat(Percentiles.bca(NINETY_NINE, 0.5, 0, 0.9))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void studentisedEndsTurnAround() {
        assertThat(Percentiles.studentised(NINETY_NINE, 0, 2, 0.9))
                .containsExactly(new double[] {-190, -10}, within(1e-9));
    }
}
