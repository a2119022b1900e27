package dev.temper.kernel.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @BeforeEach
    void define() {
        NOTEBOOK.printed(
                "%reset -f\n"
                        + "int n = 3; double[][] grid = new double[2][5]; List<String> words = List.of(\"a\", \"b\"); String s = \"line\\nline\";");
        NOTEBOOK.value("n + 40");
    }

    @Test
    void printsTheNamesThatTheUserGave() {
        assertThat(NOTEBOOK.printed("%who")).isEqualTo("n  grid  words  s\n");
        assertThat(NOTEBOOK.printed("%who int List")).isEqualTo("n  words\n");
        assertThat(NOTEBOOK.printed("%who Path")).isEqualTo("No variable is of the type Path.\n");
        assertThat(NOTEBOOK.value("var names = %who String\nnames")).isEqualTo("[s]");
    }

    @Test
    void showsTypeSizeAndValueOfEach() {
        MimeBundle table = NOTEBOOK.bundle("%whos");

        assertThat(table.text().lines().map(line -> line.strip().replaceAll(" {2,}", "|")))
                .startsWith("name|type|size|value", "n|int|3")
                .contains("words|List<String>|2|[a, b]", "s|String|9|\"line line\"")
                .anyMatch(line -> line.startsWith("grid|double[][]|2 x 5|"))
                .hasSize(5);
    }

    @Test
    void cutsAValueAtTheWidthThatIsSet() {
        NOTEBOOK.printed("%config whos.width=4");
        assertThat(NOTEBOOK.value("%whos String")).contains("\"lin…");
        NOTEBOOK.printed("%config --reset whos.width");
        assertThat(NOTEBOOK.value("%whos String")).contains("\"line line\"");
    }

    @Test
    void forgetsOnlyWhenTheUserMeansIt() {
        NOTEBOOK.answer("n");
        assertThat(NOTEBOOK.printed("%reset")).isEqualTo("Nothing was forgotten.\n");
        NOTEBOOK.answer("");
        assertThat(NOTEBOOK.error("%reset").message()).endsWith("write %reset -f");
        NOTEBOOK.answer("yes");
        assertThat(NOTEBOOK.printed("%reset")).isEmpty();
        assertThat(NOTEBOOK.printed("%who")).isEqualTo("No variable is defined.\n");
    }

    @Test
    void showsAndChangesSettings() {
        assertThat(NOTEBOOK.value("%config")).contains("shell.program", "whos.width", "60");
        assertThat(NOTEBOOK.value("%config whos.width")).isEqualTo("60");
        assertThat(NOTEBOOK.error("%config whos.width=0").message())
                .isEqualTo("whos.width must be a whole number, at least 1, but is 0.");
        assertThat(NOTEBOOK.error("%config who.width=5").message()).contains("Did you mean whos.width?");
        assertThat(NOTEBOOK.notebook().complete("%config whos", 12).texts()).containsExactly("whos.width");
    }

    @Test
    void printsTheCellsThatWereRun() {
        NOTEBOOK.remember(1, 1, "int old = 1;");
        NOTEBOOK.remember(2, 1, "int a = 1;");
        NOTEBOOK.remember(2, 2, "int b = 2;\nb");

        assertThat(NOTEBOOK.printed("%history")).isEqualTo("int a = 1;\nint b = 2;\nb\n");
        assertThat(NOTEBOOK.printed("%history -n 2")).isEqualTo("2: int b = 2;\n   b\n");
        assertThat(NOTEBOOK.printed("%history -g 'int*=?1'")).isEqualTo("1/1: int old = 1;\n1: int a = 1;\n");
        assertThat(NOTEBOOK.printed("%history -l 2")).isEqualTo("int a = 1;\nint b = 2;\nb\n");
        assertThat(NOTEBOOK.error("%history x").message())
                .isEqualTo("cells must be numbers such as 3 or 2-5, but is x");
    }

    @Test
    void showsTheLinesOfACellAsWhatTheyAre() {
        for (List<String> kind : List.of(
                List.of("html", "text/html"),
                List.of("markdown", "text/markdown"),
                List.of("svg", "image/svg+xml"),
                List.of("latex", "text/latex"),
                List.of("javascript", "application/javascript"))) {
            NOTEBOOK.printed("%%" + kind.get(0) + "\n<a> {b}\n$c$");
            assertThat(NOTEBOOK.displayed())
                    .singleElement()
                    .satisfies(bundle -> assertThat(bundle.data()).containsEntry(kind.get(1), "<a> {b}\n$c$"));
        }
    }
}
