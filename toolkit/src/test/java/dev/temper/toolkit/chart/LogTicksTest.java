package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTicksTest {

    @Test
    void standAtTheBudgetsWhereTheirLabelsFit() {
        assertThat(labels(new LogScale(1.7e4, 1.6e6), 600, List.of(20480.0, 81920.0, 1310720.0)))
                .containsExactly("20k", "82k", "1.3M");
    }

    @Test
    void standAtOneTwoAndFiveWhereBudgetsAreTooMany() {
        List<Double> costs = List.of(1000.0, 1010.0, 1020.0, 9000.0);

        assertThat(labels(new LogScale(900, 12_000), 600, costs)).containsExactly("1k", "2k", "5k", "10k");
    }

    @Test
    void fillWhatLiesBeyondTheBudgets() {
        assertThat(labels(new LogScale(1e3, 3e6), 900, List.of(20480.0, 40960.0)))
                .containsExactly("1k", "2k", "5k", "10k", "20k", "41k", "100k", "200k", "500k", "1M", "2M");
    }

    @Test
    void growSparserOverManyDecades() {
        assertThat(labels(new LogScale(1, 1e20), 300, List.of()))
                .hasSizeBetween(3, 8)
                .contains("1");
    }

    @Test
    void standEvenlyWhereTheAxisIsShort() {
        assertThat(labels(new LogScale(21_000, 29_000), 500, List.of())).contains("22k", "24k", "26k", "28k");
    }

    private static List<String> labels(LogScale scale, double pixels, List<Double> budgets) {
        return new LogTicks(scale, pixels, XAxis.TOKENS::format)
                .at(budgets).stream().map(Tick::label).toList();
    }
}
