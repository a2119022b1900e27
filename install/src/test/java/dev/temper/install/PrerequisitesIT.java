package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script says on a machine that lacks something: shown by a PATH on which it is not. */
final class PrerequisitesIT {
    private static final List<String> ALWAYS_THERE =
            List.of("awk", "bash", "cat", "cut", "dirname", "env", "head", "sed", "tail", "uname");

    @TempDir
    Path machine;

    private Path programs = Path.of("");

    @BeforeEach
    void makeBareMachine() throws IOException {
        programs = Files.createDirectory(machine.resolve("bin"));
        for (String name : ALWAYS_THERE) {
            Files.createSymbolicLink(programs.resolve(name), onPath(name).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "check", "bench training"})
    void namesAllThatIsMissingInOneLine(String script) throws IOException, InterruptedException {
        Command.Result result = run(script);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.lines()).singleElement().asString().startsWith("temper: missing: a JDK: install");
        assertThat(result.said())
                .contains("17", "openjdk-17-jdk", "Maven 3.8.7", "Python 3.9", "python3-venv", "fonts-dejavu-core");
    }

    @Test
    void namesAJdkThatIsTooOld() throws IOException, InterruptedException {
        tools();
        Path old = machine.resolve("jdk-11");
        Files.createDirectories(old.resolve("bin"));
        program(old.resolve("bin/javac"), "echo javac 11.0.2");
        Command.Result result = run("demo", "JAVA_HOME", old.toString());
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.lines())
                .singleElement()
                .asString()
                .startsWith("temper: missing: a newer JDK (Java 11 in " + old + " is too old): install a JDK 17");
    }

    @Test
    void namesAJavaWithoutCompiler() throws IOException, InterruptedException {
        tools();
        program(programs.resolve("java"), "echo '    java.home = " + machine + "/jre' >&2");
        Command.Result result = run("demo");
        assertThat(result.lines()).singleElement().asString().contains("javac (none in " + machine + "/jre)");
    }

    @Test
    void namesAMavenThatIsTooOld() throws IOException, InterruptedException {
        tools();
        program(programs.resolve("mvn"), "echo Apache Maven 3.6.3");
        Command.Result result = run("demo", "JAVA_HOME", System.getProperty("java.home"));
        assertThat(result.lines()).singleElement().asString().contains("a newer Maven (3.6.3 is too old): install");
    }

    @Test
    void namesAPythonThatIsTooOld() throws IOException, InterruptedException {
        tools();
        program(programs.resolve("python3"), "echo 3.8.18");
        Command.Result result = run("demo", "JAVA_HOME", System.getProperty("java.home"));
        assertThat(result.lines()).singleElement().asString().contains("a newer Python (3.8.18 is too old): install");
    }

    @Test
    void namesAPythonWithoutVenv() throws IOException, InterruptedException {
        tools();
        program(programs.resolve("python3"), "case \"$*\" in *version_info*) echo 3.11.2 ;; *) exit 1 ;; esac");
        Command.Result result = run("demo", "JAVA_HOME", System.getProperty("java.home"));
        assertThat(result.lines()).singleElement().asString().contains("Python's venv", "python3-venv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "check"})
    void refusesAnOptionItDoesNotHave(String script) throws IOException, InterruptedException {
        Command.Result result = Command.of(Place.script(script), "--smoek").run();
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.said()).contains("unknown option --smoek", "usage: install/" + script);
    }

    @Test
    void namesAMachineWithoutFonts() throws IOException, InterruptedException {
        tools();
        program(programs.resolve("fc-list"), "true");
        Command.Result result = run("demo", "JAVA_HOME", System.getProperty("java.home"));
        assertThat(result.lines())
                .singleElement()
                .asString()
                .startsWith("temper: missing: a font to label charts with");
    }

    /** A Maven, a Python and a font that are good enough, as far as anybody asks. */
    private void tools() throws IOException {
        program(programs.resolve("mvn"), "echo Apache Maven 3.9.9");
        program(programs.resolve("python3"), "echo 3.12.1");
        program(programs.resolve("fc-list"), "echo font");
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Command.Result run(String script) throws IOException, InterruptedException {
        return run(script, "JAVA_HOME", "");
    }

    private Command.Result run(String script, String variable, String value) throws IOException, InterruptedException {
        String[] words = script.split(" ");
        words[0] = Place.script(words[0]);
        return Command.of(words)
                .with("PATH", programs.toString())
                .with(variable, value)
                .run();
    }

    private static Optional<Path> onPath(String name) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
