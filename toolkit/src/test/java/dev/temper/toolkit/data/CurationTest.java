package dev.temper.toolkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CurationTest {
    private static final ComputePrice DOLLAR_PER_PETAFLOP = new ComputePrice(BigDecimal.ONE);

    @Test
    void aFilterReadsOneOverItsYieldForEveryTokenItKeeps() {
        Curation filtered = Curation.filtered(125e6, 0.05);
        assertThat(filtered.flopPerToken()).isEqualTo(2 * 125e6 * 20);
        assertThat(filtered.of(1_000_000, DOLLAR_PER_PETAFLOP)).isEqualByComparingTo("5");
    }

    @Test
    void aWriterReadsItsPromptForEveryAnswer() {
        Curation written = Curation.written(7e9, 600, 400);
        assertThat(written.flopPerToken()).isEqualTo(2 * 7e9 * 2.5);
        assertThat(Curation.written(7e9, 0, 400).flopPerToken()).isEqualTo(2 * 7e9);
    }

    @Test
    void stepsAddUpAndWhatIsPaidOnceStandsApart() {
        Curation both = Curation.written(1e9, 100, 100)
                .and(Curation.filtered(1e8, 0.5))
                .and(Curation.bought(new Price(new BigDecimal("3"))))
                .withFixed(new BigDecimal("250"));
        assertThat(both.flopPerToken()).isEqualTo(4e9 + 4e8);
        assertThat(both.of(1_000_000, DOLLAR_PER_PETAFLOP)).isEqualByComparingTo("7.4");
        assertThat(both.perMillion(DOLLAR_PER_PETAFLOP)).isEqualByComparingTo("7.4");
        assertThat(both.fixed()).isEqualByComparingTo("250");
    }

    @Test
    void namesEveryNumberThatIsOutOfBounds() {
        assertThatThrownBy(() -> Curation.filtered(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("classifier's parameters must be zero or more and finite, but are -1.0;"
                        + " yield must be above 0 and at most 1, but is 0.0");
        assertThatThrownBy(() -> Curation.written(Double.NaN, -1, 0))
                .hasMessageContaining("generator's parameters")
                .hasMessageContaining("prompt must be zero or more tokens, but is -1.0")
                .hasMessageContaining("output must be more than zero tokens, but is 0.0");
        assertThatThrownBy(() -> Curation.FREE.withFixed(new BigDecimal("-1")))
                .hasMessage("fixed cost must be zero or more, but is -1");
        assertThatThrownBy(() -> new Curation(Price.FREE, Double.POSITIVE_INFINITY, BigDecimal.ZERO))
                .hasMessage("operations per token must be zero or more and finite, but are Infinity");
    }
}
