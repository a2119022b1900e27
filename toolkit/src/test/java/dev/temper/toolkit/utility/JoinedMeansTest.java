package dev.temper.toolkit.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class JoinedMeansTest {
    private static final JoinedMeans CURATED = new JoinedMeans(StudyOutcomes.smallest(7, 1), "curated");

    @Test
    void passesThroughTheMeansAndInterpolatesOnTheLogarithm() {
        assertThat(CURATED.value(81_920)).isCloseTo(1.780, within(1e-9));
        assertThat(CURATED.value(Math.sqrt(81_920.0 * 163_840))).isCloseTo(1.785, within(1e-9));
    }

    @Test
    void isHeldLevelOutsideTheData() {
        assertThat(CURATED.value(1e9)).isCloseTo(2.663, within(1e-9));
        assertThat(CURATED.value(10)).isCloseTo(1.832, within(1e-9));
    }

    @Test
    void drawsHaveTheSpreadOfTheMeans() {
        List<DoubleUnaryOperator> draws = CURATED.draws(4000, 3);
        double mean = draws.stream()
                .mapToDouble(draw -> draw.applyAsDouble(81_920))
                .average()
                .orElseThrow();
        double variance = draws.stream()
                .mapToDouble(draw -> Math.pow(draw.applyAsDouble(81_920) - mean, 2))
                .average()
                .orElseThrow();
        double pooled = 0.0;
        for (double deviation : new double[] {.005, .006, .000, .003, .002, .014, .022}) {
            pooled += deviation * deviation / 7;
        }
        assertThat(mean).isCloseTo(1.780, within(0.001));
        assertThat(variance).isCloseTo(pooled / 3 * 14 / 12, within(0.1 * pooled / 3));
    }

    @Test
    void oneSeedMeasuresNoNoise() {
        assertThat(new JoinedMeans(new Outcomes("none", StudyOutcomes.runs(7, 1, 1)), "curated").measuresNoise())
                .isFalse();
    }
}
