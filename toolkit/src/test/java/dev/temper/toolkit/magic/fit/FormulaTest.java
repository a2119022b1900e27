package dev.temper.toolkit.magic.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final List<String> COLUMNS = List.of("loss", "a+b", "tokens", "source", "size", "by");

    @Test
    void readsVariablesAndWhatParts() {
        assertThat(read("loss", "~", "size", "+", "tokens", "by", "source,", "by"))
                .contains(new Formula("loss", List.of("size", "tokens"), List.of("source", "by")));
        assertThat(read("loss~size+tokens", "by", "source"))
                .contains(new Formula("loss", List.of("size", "tokens"), List.of("source")));
    }

    @Test
    void keepsANameWithASignWhole() {
        Formula formula = read("a+b", "~", "tokens").orElseThrow();

        assertThat(formula.value()).isEqualTo("a+b");
        assertThat(formula).hasToString("\"a+b\" ~ tokens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss",
                "loss ~",
                "~ tokens",
                "loss tokens ~ size",
                "loss ~ tokens by",
                "loss ~ tokens size",
                "loss ~ + tokens",
                "loss ~ tokens by + source",
                "loss ~ tokens + by source"
            })
    void saysWhatAFormulaIs(String typed) {
        List<String> faults = new ArrayList<>();

        assertThat(Formula.read(List.of(typed.split(" ", -1)), COLUMNS, faults)).isEmpty();
        assertThat(faults)
                .containsExactly(
                        "the formula must be VALUE ~ VARIABLE [+ VARIABLE ...] [by COLUMN ...], such as loss ~ tokens"
                                + " by source, but is '" + typed + "'");
    }

    private static Optional<Formula> read(String... words) {
        List<String> faults = new ArrayList<>();
        Optional<Formula> formula = Formula.read(List.of(words), COLUMNS, faults);
        assertThat(faults).isEmpty();
        return formula;
    }
}
