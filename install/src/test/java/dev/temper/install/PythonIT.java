package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kernel among the programs that its users run it from: each test of {@code src/test/python} is a test here. What
 * pytest said is kept in {@code target/python}, with a picture of each page of JupyterLab.
 */
final class PythonIT {
    private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();
    private static final Path KEPT = Path.of("target/python").toAbsolutePath();

    @TempDir
    Path folder = Path.of("");

    @TestFactory
    Stream<DynamicContainer> tests() throws IOException, InterruptedException {
        Files.createDirectories(KEPT);
        Path report = KEPT.resolve("report.xml");
        Files.deleteIfExists(report);
        Command.Result result = Jupyter.install(folder.resolve("prefix"))
                .python(
                        "-m",
                        "pytest",
                        "-p",
                        "no:cacheprovider",
                        "--durations=20",
                        "--junit-xml",
                        report.toString(),
                        ".")
                .in(TESTS)
                .with("PYTHONDONTWRITEBYTECODE", "1")
                .with("TEMPER_TEST_PICTURES", KEPT.toString())
                .run();
        Files.writeString(KEPT.resolve("said.txt"), result.said());
        assertThat(report).as(result.said()).exists();
        Map<String, List<PythonCase>> cases =
                PythonCase.read(report).stream().collect(Collectors.groupingBy(PythonCase::group));
        assertThat(cases).as(result.said()).isNotEmpty();
        return cases.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> DynamicContainer.dynamicContainer(
                        group.getKey(),
                        group.getValue().stream().map(each -> DynamicTest.dynamicTest(each.name(), each::conclude))));
    }
}
