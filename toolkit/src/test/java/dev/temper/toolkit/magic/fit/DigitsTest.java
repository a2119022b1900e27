package dev.temper.toolkit.magic.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({
        "1.6031, 0.0042, 1.603(4)",
        "0.34781, 0.01541, 0.348(15)",
        "482.01, 124.58, 482(125)",
        "2085.43, 1293.23, 2085(1293)",
        "1.81686, 0.02568, 1.82(3)",
        "-0.5, 0.0096, -0.500(10)",
        "5.3e8, 1.2e7, 5.30(12)e8",
        "3e-6, 2e-7, 3.0(2)e-6",
        "2.5, NaN, 2.5",
        "2.5, 0, 2.5"
    })
    void givesTheErrorInTheLastDigits(double value, double error, String shown) {
        assertThat(Digits.withError(value, error)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5943, 1.6121, 1.594..1.612",
        "97.6, 141.2, 98..141",
        "-0.004, 0.21, 0.00..0.21",
        "1e8, 3.2e9, 1.000e8..3.200e9",
        "-Infinity, Infinity, unbounded",
        "0.3, Infinity, 0.3..∞",
        "2, 2, 2..2"
    })
    void givesEndsToTwoDigitsOfTheirDistance(double lower, double upper, String shown) {
        assertThat(Digits.range(lower, upper)).isEqualTo(shown);
    }

    @Test
    void writesPlainNumbersAndPercents() {
        assertThat(Digits.plain(0.00014175)).isEqualTo("0.0001418");
        assertThat(Digits.plain(123456)).isEqualTo("123456");
        assertThat(Digits.plain(1.5e-9)).isEqualTo("1.500e-9");
        assertThat(Digits.plain(Double.NaN)).isEqualTo("–");
        assertThat(Digits.percent(0.0057)).isEqualTo("0.57 %");
        assertThat(Digits.percent(-0.245)).isEqualTo("-24.5 %");
        assertThat(Digits.percent(Double.POSITIVE_INFINITY)).isEqualTo("–");
    }
}
