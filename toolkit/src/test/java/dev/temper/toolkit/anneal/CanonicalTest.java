package dev.temper.toolkit.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
    @ParameterizedTest
    @CsvSource({
        "1e-8, 0.00000001",
        "-0.0, 0",
        "100, 100",
        "1.0, 1",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1e23, 100000000000000000000000",
        "2e23, 200000000000000000000000",
        "-12.50, -12.5"
    })
    void writesTheShortestPlainDecimalThatGivesTheNumberBack(double number, String text) {
        assertThat(Canonical.json(number)).isEqualTo(text);
    }

    @Test
    void decimalsGiveEveryNumberBackWithoutAnExponent() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = Canonical.json(number);
                assertThat(Double.parseDouble(text)).isEqualTo(number + 0.0);
                assertThat(text).matches("-?\\d+(\\.\\d+)?");
                assertThat(new BigDecimal(text).stripTrailingZeros().precision())
                        .isLessThanOrEqualTo(17);
            }
        }
    }

    @Test
    void sortsKeysWhateverOrderTheyComeIn() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("b", List.of(1, 2L, true));
        fields.put("a", Map.of());
        fields.put("B", List.of());
        assertThat(Canonical.json(fields)).isEqualTo("{\"B\":[],\"a\":{},\"b\":[1,2,true]}");
    }

    @Test
    void escapesWhatJsonMustEscape() {
        assertThat(Canonical.json("a\"b\\c\nd\u0001ä")).isEqualTo("\"a\\\"b\\\\c\\u000ad\\u0001ä\"");
    }

    @Test
    void refusesWhatHasNoCanonicalForm() {
        assertThatThrownBy(() -> Canonical.json(Map.of("x", 'c'))).hasMessageContaining("java.lang.Character");
        assertThatThrownBy(() -> Canonical.json(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Canonical.json(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
