package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void refusesARowThatIsTooShort() {
        assertThatThrownBy(() -> new Grid(List.of(Grid.Column.text("a"), Grid.Column.text("b")), List.of(List.of("x"))))
                .hasMessage("each row must have 2 cells, but one has 1: [x]");
    }
}
