package dev.temper.toolkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostUnitTest {
    /** Two dollars an hour for a device that reaches 4e14 operations a second: 1.44e18 an hour. */
    private static final ComputePrice RENTED = ComputePrice.byTheHour(new BigDecimal("2"), 4e14);

    @Test
    void anHourOfTheDeviceIsItsPriceItsHourAndItsOperations() {
        assertThat(RENTED.of(1.44e18)).isEqualByComparingTo("2");
        assertThat(CostUnit.DOLLARS.of(2, RENTED)).isEqualTo(2);
        assertThat(CostUnit.GPU_HOURS.of(2, RENTED)).isCloseTo(1, within(1e-12));
        assertThat(CostUnit.FLOP.of(2, RENTED)).isCloseTo(1.44e18, within(1e6));
    }

    @Test
    void everyUnitIsFoundByItsLabelAndNamesItself() {
        for (CostUnit unit : CostUnit.values()) {
            assertThat(CostUnit.of(unit.label())).contains(unit);
            assertThat(unit.words()).isNotBlank();
        }
        assertThat(CostUnit.labels()).containsExactly("dollars", "flop", "gpu-hours");
        assertThat(CostUnit.of("euros")).isEmpty();
    }

    @Test
    void saysWhatIsMissingToSayMoneyInComputing() {
        assertThatThrownBy(() -> CostUnit.FLOP.of(1, new ComputePrice(BigDecimal.ZERO)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give the study a training-price");
        assertThatThrownBy(() -> CostUnit.GPU_HOURS.of(1, new ComputePrice(BigDecimal.ONE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("device: {flop-per-second: ...}");
    }

    @Test
    void refusesADeviceWithoutASpeed() {
        assertThatThrownBy(() -> ComputePrice.byTheHour(BigDecimal.ONE, 0))
                .hasMessage("operations per second must be positive and finite, but are 0.0");
        assertThatThrownBy(() -> new ComputePrice(BigDecimal.ONE, -1))
                .hasMessage("operations per second must be zero or more and finite, but are -1.0");
    }
}
