package dev.temper.toolkit.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateTest {
    @ParameterizedTest
    @EnumSource
    void everyCooldownFollowsItsFormula(Cooldown cooldown) {
        DoubleUnaryOperator formula = formula(cooldown);
        for (int step = 0; step < 1_000; step++) {
            double progress = step / 1_000.0;
            assertThat(cooldown.factor(progress)).isCloseTo(formula.applyAsDouble(progress), within(1e-12));
            assertThat(new LearningRate(3e-3, 0, cooldown).at(step, 1_000))
                    .isCloseTo(3e-3 * formula.applyAsDouble(progress), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyCooldownFallsFromThePeakToZero(Cooldown cooldown) {
        assertThat(cooldown.factor(0)).isEqualTo(1);
        assertThat(cooldown.factor(1)).isCloseTo(0, within(1e-15));
        for (int i = 1; i <= 100; i++) {
            assertThat(cooldown.factor(i / 100.0)).isLessThan(cooldown.factor((i - 1) / 100.0));
        }
    }

    @Test
    void warmUpRisesLinearlyToThePeakAndStays() {
        LearningRate rate = new LearningRate(6e-3, 100, Cooldown.NONE);
        assertThat(rate.at(0, 3_000)).isCloseTo(6e-5, within(1e-12));
        assertThat(rate.at(49, 3_000)).isCloseTo(3e-3, within(1e-12));
        assertThat(rate.at(99, 3_000)).isEqualTo(6e-3);
        assertThat(rate.at(100, 3_000)).isEqualTo(6e-3);
        assertThat(rate.at(2_999, 3_000)).isEqualTo(6e-3);
    }

    @Test
    void findsEveryCooldownByItsWordInAnyCase() {
        assertThat(Cooldown.labels()).containsExactly("linear", "1-sqrt", "cosine", "none");
        for (Cooldown cooldown : Cooldown.values()) {
            assertThat(Cooldown.of(cooldown.label())).contains(cooldown);
        }
        assertThat(Cooldown.of("Cosine")).contains(Cooldown.COSINE);
        assertThat(Cooldown.of("step")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAPeakThatIsNotAboveZero(double peak) {
        assertThatThrownBy(() -> new LearningRate(peak, 0, Cooldown.LINEAR))
                .hasMessage("learning-rate must be above 0, but is " + peak);
    }

    @Test
    void refusesANegativeWarmUp() {
        assertThatThrownBy(() -> new LearningRate(1, -1, Cooldown.LINEAR))
                .hasMessage("warm-up must be zero or more steps, but is -1");
    }

    private static DoubleUnaryOperator formula(Cooldown cooldown) {
        return switch (cooldown) {
            case LINEAR -> s -> 1 - s;
            case ONE_MINUS_SQRT -> s -> 1 - StrictMath.pow(s, 0.5);
            case COSINE -> s -> StrictMath.pow(StrictMath.cos(StrictMath.PI * s / 2), 2);
            case NONE -> s -> 1;
        };
    }
}
