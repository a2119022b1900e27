package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.install.Pages.Code;
import dev.temper.install.Pages.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One notebook through the registered kernel, and what stands in the saved file. */
final class KernelIT {
    private static final String SECRET = "a-token-that-nobody-may-see";

    @TempDir
    static Path folder = Path.of("");

    private static List<List<Output>> outputs = List.of();
    private static String saved = "";

    @BeforeAll
    static void executeOnce() throws IOException, InterruptedException {
        Path notebook = Pages.write(
                folder.resolve("notebook.ipynb"),
                Code.of("int twice(int x) {", "    return 2 * x;", "}", "twice(21)"),
                Code.of("System.out.println(\"one\");", "System.err.println(\"two\");"),
                Code.failing("int a = 1;", "int b = a / 0;"),
                Code.failing("int c = 1;", "int d = \"text\";"),
                TinyStudy.sweep("tiny", ""),
                Code.of("%results tiny"),
                Code.of("tiny.runs().size()"),
                Code.of(
                        "import tech.tablesaw.api.*;",
                        "Table runs = Table.create(",
                        "    DoubleColumn.create(\"tokens\", 2e7, 6e7, 2e8, 6e8, 2e9, 6e9),",
                        "    DoubleColumn.create(\"loss\", 3.61, 3.22, 2.89, 2.67, 2.49, 2.37));",
                        "var fits = %fit runs loss ~ tokens --at 20B",
                        "fits"),
                Code.of("%methods fits"));
        Path executed = folder.resolve("executed.ipynb");
        Jupyter.install(folder.resolve("prefix"))
                .execute(notebook, executed)
                .with("HUB_API_TOKEN", SECRET)
                .run()
                .succeeded();
        outputs = Pages.outputs(executed);
        saved = Files.readString(executed);
    }

    @Test
    void javaCellsShowTheirValue() {
        assertThat(outputs.get(0)).singleElement().satisfies(value -> {
            assertThat(value.type()).isEqualTo("execute_result");
            assertThat(value.data("text/plain")).isEqualTo("42");
        });
    }

    @Test
    void printedLinesAreStreams() {
        assertThat(outputs.get(1))
                .extracting(output -> output.json().path("name").asText())
                .containsExactlyInAnyOrder("stdout", "stderr");
    }

    @Test
    void errorsNameTheCellAndTheLine() {
        assertThat(outputs.get(2))
                .singleElement()
                .satisfies(thrown -> assertThat(thrown.error()).contains("/ by zero", "Cell [3], line 2"));
        assertThat(outputs.get(3))
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.error()).contains("Cell [4], line 2", "int d = \"text\";"));
    }

    @Test
    void aSweepLeavesOneOutputInItsFinalState() {
        assertThat(outputs.get(4)).singleElement().satisfies(progress -> {
            assertThat(progress.type()).isEqualTo("display_data");
            assertThat(progress.data("text/plain")).contains("2 of 2 runs done", "control", "web");
            assertThat(progress.data("text/html")).contains("2 of 2 runs done").doesNotContain("<progress");
        });
    }

    @Test
    void resultsAreATableInEveryPage() {
        assertThat(outputs.get(5)).singleElement().satisfies(table -> {
            assertThat(table.data("text/html"))
                    .contains("<table", "10240", "done")
                    .doesNotContain("<script", "<style");
            assertThat(table.data("text/plain")).contains("source", "control", "web");
        });
    }

    @Test
    void theSweepIsAJavaObject() {
        assertThat(outputs.get(6))
                .singleElement()
                .satisfies(value -> assertThat(value.data("text/plain")).isEqualTo("2"));
    }

    @Test
    void aLawOfAnyTableIsATableWithAPicture() {
        assertThat(outputs.get(7)).singleElement().satisfies(fits -> {
            assertThat(fits.data("text/html"))
                    .contains("<table", "where the curve levels off", "src=\"data:image/svg+xml;base64,")
                    .doesNotContain("<script", "<style");
            assertThat(fits.data("text/latex")).startsWith("\\begin{tabular}");
            assertThat(fits.data("text/plain")).contains("at tokens 20B: 2.", "one seed only");
        });
        assertThat(outputs.get(8))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.data("text/markdown"))
                        .contains(
                                "%fit runs loss ~ tokens --at 20B",
                                "- **Data hash:** SHA-256 `", "- **Versions:** Temper 0."));
    }

    @Test
    void theSavedNotebookTellsNothingOfTheMachine() {
        assertThat(saved)
                .doesNotContain(SECRET)
                .doesNotContain(Place.ROOT.toString())
                .doesNotContain(folder.toString())
                .doesNotContain(System.getProperty("java.home"))
                .doesNotContain(System.getProperty("user.home") + "/");
    }
}
