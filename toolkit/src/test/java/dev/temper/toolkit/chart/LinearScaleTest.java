package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearScaleTest {

    @Test
    void ticksStandAtRoundValuesWithAsManyDecimalsAsTheyNeed() {
        assertThat(new LinearScale(1.55, 2.71).ticks(6))
                .extracting(Tick::label)
                .containsExactly("1.6", "1.8", "2.0", "2.2", "2.4", "2.6");
        assertThat(new LinearScale(-12, 31).ticks(4))
                .extracting(Tick::label)
                .containsExactly("−10", "0", "10", "20", "30");
        assertThat(new LinearScale(-0.0011, 0.0011).ticks(4))
                .extracting(Tick::label)
                .containsExactly("−0.0010", "−0.0005", "0.0000", "0.0005", "0.0010");
    }
}
