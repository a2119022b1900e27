package dev.temper.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    static final Usage USAGE = Usage.line("plan", "Plan a sweep.")
            .with(Argument.required("name", ValueType.TEXT, "the name of the sweep"))
            .with(Argument.repeated("budgets", ValueType.TOKENS, "the budgets"))
            .with(Option.of("at", ValueType.TOKENS, "where to decide").alias("a"))
            .with(Option.of("seed", ValueType.INTEGER, "the first seed").fallback("42"))
            .with(Option.of("rate", ValueType.DECIMAL, "the learning rate"))
            .with(Option.of("folder", ValueType.PATH, "where to write"))
            .with(Option.choice("axis", "what to draw against", "tokens", "flop", "cost"))
            .with(Option.flag("dry-run", "only list the runs").alias("n"))
            .example("%plan small 20k 1.3M --at 164k");

    private static Options parse(String line) {
        return Invocation.line("plan", line).options(USAGE);
    }

    @Test
    void readsEveryTypeInEveryForm() {
        Options options = parse("small 20k 1.3M --at=164k --rate 3e-4 -n --folder 'my runs/a' --axis cost");

        assertThat(options.text("name")).isEqualTo("small");
        assertThat(options.allTokens("budgets")).containsExactly(20_000L, 1_300_000L);
        assertThat(options.tokens("at")).isEqualTo(164_000);
        assertThat(options.integer("seed")).isEqualTo(42);
        assertThat(options.decimal("rate")).isEqualTo(3e-4);
        assertThat(options.path("folder")).isEqualTo(Path.of("my runs/a"));
        assertThat(options.text("axis")).isEqualTo("cost");
        assertThat(options.flag("dry-run")).isTrue();
    }

    @Test
    void tellsWhatWasNotTyped() {
        Options options = parse("small");

        assertThat(options.has("at")).isFalse();
        assertThat(options.flag("dry-run")).isFalse();
        assertThat(options.allTokens("budgets")).isEmpty();
        assertThatThrownBy(() -> options.tokens("at")).hasMessageContaining("at of %plan must have a value");
        assertThatThrownBy(() -> options.flag("dry")).hasMessageContaining("neither");
    }

    @ParameterizedTest
    @CsvSource({"164000,164000", "164k,164000", "1.3M,1300000", "2b,2000000000", "0.5T,500000000000", "1e3,1000", "0,0"
    })
    void readsCountsOfTokens(String word, long count) {
        assertThat(parse("x --at " + word).tokens("at")).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1.5", "1.3001k2", "k", "many", "1e30", "NaN", "''"})
    void refusesWhatIsNotACountOfTokens(String word) {
        assertThatThrownBy(() -> parse("x --at " + word))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining(
                        "--at must be a whole number of tokens, at least 0, such as 164000, 164k or 1.3M");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        MagicException fault = catchThrowableOfType(
                MagicException.class, () -> parse("--sead 3 --rate fast --axis tokns --dry-run=yes 'x"));

        assertThat(fault.lines())
                .containsExactly(
                        "Unknown option --sead. Did you mean --seed?"
                                + " Valid: --at, --seed, --rate, --folder, --axis, --dry-run.",
                        "--rate must be a number such as 0.5 or 3e-4, but is fast",
                        "Unknown --axis tokns. Did you mean tokens? Valid: tokens, flop, cost.",
                        "--dry-run must be given without a value, but is --dry-run=yes",
                        "The quote ' is not closed in: --sead 3 --rate fast --axis tokns --dry-run=yes 'x",
                        "budgets must be a whole number of tokens, at least 0, such as 164000, 164k or 1.3M, but is x",
                        "Usage: %help plan");
    }

    @Test
    void missesWhatMustBeGiven() {
        assertThatThrownBy(() -> parse("--at"))
                .hasMessageContaining("--at must be followed by a whole number of tokens")
                .hasMessageContaining("name must be given: the name of the sweep");
        assertThatThrownBy(() -> parse("x --axis --dry-run"))
                .hasMessageContaining("--axis must be followed by one of tokens, flop, cost");
        assertThatThrownBy(() -> parse("x --at 3 -a 4")).hasMessageContaining("-a must be given once");
    }

    @Test
    void refusesWordsThatNothingExpects() {
        Usage none = Usage.line("list", "List.");

        assertThatThrownBy(() -> Invocation.line("list", "all").options(none))
                .hasMessageContaining("Nothing is expected for all; the arguments are: none.");
    }

    @Test
    void takesNegativeNumbersAndWhatFollowsTwoDashesAsValues() {
        assertThat(parse("x --seed -7").integer("seed")).isEqualTo(-7);
        assertThat(parse("-- --at").text("name")).isEqualTo("--at");
        assertThat(parse("-").text("name")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"\"a b\"|a b", "a\\ b|a b", "'a\"b'|a\"b", "\"a\\\"b\"|a\"b", "a'b c'd|ab cd", "'a\\b'|a\\b"})
    void cutsWordsAsAShellDoes(String typed, String word) {
        assertThat(parse(typed).text("name")).isEqualTo(word);
    }
}
