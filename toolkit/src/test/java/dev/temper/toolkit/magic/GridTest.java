package dev.temper.toolkit.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
    private final Grid grid = new Grid(
            List.of(Grid.Column.text("source & name"), Grid.Column.number("gain")),
            List.of(List.of("<script>alert(1)</script>", "+0.1 ± 0.02"), List.of("50%_web", "–")));

    @Test
    void showsNothingOfItsTextAsMarkup() {
        assertThat(grid.html("a < b"))
                .doesNotContain("<script")
                .contains("&lt;script&gt;", "source &amp; name", "a &lt; b");
    }

    @Test
    void linesUpPlainText() {
        assertThat(grid.text()).isEqualTo("""
                        source & name                     gain
                        <script>alert(1)</script>  +0.1 ± 0.02
                        50%_web                              –""");
    }

    @Test
    void escapesLatex() {
        assertThat(grid.latex())
                .startsWith("\\begin{tabular}{lr}\n\\toprule\nsource \\& name & gain \\\\\n\\midrule\n")
                .contains("+0.1 $\\pm$ 0.02", "50\\%\\_web & --")
                .endsWith("\\bottomrule\n\\end{tabular}");
    }

    @Test
    void hasHtmlLatexAndText() {
        MimeBundle bundle = grid.bundle("a note");
        assertThat(bundle.data()).containsOnlyKeys("text/html", "text/latex", "text/plain");
        assertThat(bundle.text()).endsWith("\na note");
    }

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
