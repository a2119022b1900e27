package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.install.Pages.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook of the repository runs, in its small form, and shows what it promises. */
final class NotebookIT {
    @TempDir
    static Path folder = Path.of("");

    private static Jupyter jupyter = new Jupyter(Path.of(""));

    @BeforeAll
    static void register() throws IOException, InterruptedException {
        jupyter = Jupyter.install(folder.resolve("prefix"));
    }

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Place.ROOT.resolve("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void showsItsChartAndItsVerdict(Path notebook) throws IOException, InterruptedException {
        Path executed = folder.resolve(notebook.getFileName());
        jupyter.execute(
                        notebook,
                        executed,
                        "--smoke",
                        "--verdict",
                        "--chart",
                        folder.resolve("curves").toString())
                .run()
                .succeeded();
        List<Output> charts = Pages.tagged(executed, "chart");
        assertThat(charts).singleElement().satisfies(chart -> {
            assertThat(chart.data("image/svg+xml")).contains("<svg", "viewBox");
            assertThat(chart.data("image/png")).startsWith("iVBOR");
            assertThat(chart.data("text/plain")).isNotBlank();
        });
        assertThat(folder.resolve("curves.svg"))
                .content()
                .isEqualTo(charts.get(0).data("image/svg+xml"));
        assertThat(folder.resolve("curves.png")).isNotEmptyFile();
        assertThat(Pages.tagged(executed, "verdict"))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.data("text/plain")).isNotBlank());
    }
}
