package dev.temper.toolkit.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({"20480,20.5k", "1310720,1.31M", "999,999", "999500,1M", "0,0", "512,512"})
    void shortensTokens(long tokens, String shown) {
        assertThat(Shown.tokens(tokens)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.1234567,0.12346", "12,12", "3668705280,3.6687e+09", "0,0", "0.00001,1.0000e-05", "155.5031,155.50"})
    void roundsNumbersOfTables(double value, String shown) {
        assertThat(Shown.number(value)).isEqualTo(shown);
    }
}
