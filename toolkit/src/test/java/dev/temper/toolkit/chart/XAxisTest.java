package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XAxisTest {

    @ParameterizedTest
    @CsvSource({
        "TOKENS, 20480, 20k",
        "TOKENS, 40960, 41k",
        "TOKENS, 163840, 164k",
        "TOKENS, 1310720, 1.3M",
        "TOKENS, 512, 512",
        "TOKENS, 999700, 1M",
        "TOKENS, 3e9, 3B",
        "TOKENS, 1.2e13, 12T",
        "TOKENS, 99600, 99.6k",
        "TOKENS, 2e16, 20000T",
        "TOKENS, 0, 0",
        "FLOP, 3.67e9, 3.7e9",
        "FLOP, 1e10, 1e10",
        "FLOP, 9.99e11, 1e12",
        "FLOP, 12, 12",
        "COST, 0.347, $0.35",
        "COST, 20, $20",
        "COST, 0.0021, $0.0021",
        "COST, 1500, $1.5k",
        "COST, 7.3, $7.3",
    })
    void writesAValueShortly(XAxis axis, double value, String text) {
        assertThat(axis.format(value)).isEqualTo(text);
    }
}
