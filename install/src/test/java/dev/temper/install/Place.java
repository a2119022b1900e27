package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Where things are in the repository that is tested. */
final class Place {
    /** The repository's folder; Maven runs the tests of a module in the module's. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Place() {}

    static String script(String name) {
        return ROOT.resolve("install").resolve(name).toString();
    }

    static String python() {
        Path python = ROOT.resolve(".temper/venv/bin/python");
        assertThat(python)
                .as("The integration tests need the private Python environment: run ./install/check, which makes it")
                .isExecutable();
        return python.toString();
    }
}
