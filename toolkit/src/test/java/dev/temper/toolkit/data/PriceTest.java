package dev.temper.toolkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void countsDollarsPerMillionUniqueTokensToAHundredthOfACent() {
        Price price = new Price(new BigDecimal("50"));
        assertThat(price.of(1_000_000)).isEqualByComparingTo("50");
        assertThat(price.of(3_000)).isEqualByComparingTo("0.15");
        assertThat(price.of(1)).isEqualTo(new BigDecimal("0.0000"));
        assertThat(new Price(new BigDecimal("0.01")).of(15_000)).isEqualTo(new BigDecimal("0.0002"));
    }

    @Test
    void freeTextCostsNothing() {
        assertThat(Price.FREE.of(Long.MAX_VALUE)).isEqualByComparingTo("0");
    }

    @Test
    void countsDollarsPerPetaflopOfTraining() {
        ComputePrice price = new ComputePrice(new BigDecimal("0.5"));
        assertThat(price.of(2e15)).isEqualByComparingTo("1");
        assertThat(price.of(1e12)).isEqualTo(new BigDecimal("0.0005"));
    }

    @Test
    void addsFixedPartCurationAndTraining() {
        Cost cost = new Cost(new BigDecimal("2"), new BigDecimal("0.15"), new BigDecimal("0.0042"));
        assertThat(cost.total()).isEqualByComparingTo("2.1542");
    }

    @Test
    void refusesANegativePriceWithItsValue() {
        assertThatThrownBy(() -> new Price(new BigDecimal("-0.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price must be zero or more, but is -0.5");
        assertThatThrownBy(() -> new ComputePrice(new BigDecimal("-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training price must be zero or more, but is -1");
    }
}
