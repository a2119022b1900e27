package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.temper.install.Pages.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive that the kernel starts from, and what becomes of a kernel whose archive does not fit. */
final class StartIT {
    private static final Pattern KERNEL_ONLY =
            Pattern.compile("(temper-kernel|jupyter-jvm-basekernel|jeromq|jnacl|gson|asm|jspecify)-.*\\.jar");

    @TempDir
    static Path folder = Path.of("");

    private static Path lib = Path.of("");

    @BeforeAll
    static void registerOnce() throws IOException, InterruptedException {
        lib = Files.createDirectory(folder.resolve("lib"));
        try (Stream<Path> jars = Files.list(Place.ROOT.resolve("install/target/temper/lib"))) {
            for (Path jar : jars.filter(StartIT::isOfKernel).toList()) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
        register(Place.JAVA, "first").succeeded();
    }

    private static boolean isOfKernel(Path jar) {
        return KERNEL_ONLY.matcher(jar.getFileName().toString()).matches();
    }

    @Test
    void theKernelIsLoadedFromItsArchive() throws IOException, InterruptedException {
        assertThat(loaded("first")).contains("dev.temper.kernel.Main source: shared objects file");
    }

    @Test
    void anArchiveThatFitsIsKeptAndOneThatDoesNotIsMadeAnew() throws IOException, InterruptedException {
        register(Place.JAVA, "kept").succeeded();
        Path archive = archive("kept");
        FileTime made = Files.getLastModifiedTime(archive);
        register(Place.JAVA, "kept").succeeded();
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);

        Path jar = lib.resolve(lib.toFile().list((in, name) -> name.startsWith("gson-"))[0]);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(made.toMillis() - 86_400_000));
        assertThat(loaded("kept")).doesNotContain("dev.temper.kernel.Main source: shared objects file");

        register(Place.JAVA, "kept").succeeded();
        assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(made);
        assertThat(loaded("kept")).contains("dev.temper.kernel.Main source: shared objects file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "cut short", "no archive at all"})
    void anArchiveThatCannotBeUsedIsLeftAsideWithoutAWord(String state) throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(archive("first"));
        Path broken = Files.createTempDirectory(folder, "broken").resolve("archive");
        switch (state) {
            case "empty" -> Files.createFile(broken);
            case "cut short" -> Files.write(broken, Arrays.copyOf(whole, whole.length / 2));
            case "no archive at all" -> Files.writeString(broken, "This is text. ".repeat(1000));
            default -> assertThat(broken).doesNotExist();
        }
        assertStartsAsIfThereWereNone(broken);
    }

    @Test
    void theArchiveOfAnotherJdkIsLeftAsideWithoutAWord() throws IOException, InterruptedException {
        Optional<Path> other = otherJava();
        assumeThat(other).as("a JDK of another version in /usr/lib/jvm").isPresent();
        register(other.orElseThrow(), "other").succeeded();
        assertStartsAsIfThereWereNone(archive("other"));
    }

    @Test
    void saysWhyNoArchiveCouldBeMadeAndRegistersTheKernel() throws IOException, InterruptedException {
        Command.Result result =
                register(Place.JAVA, "none", "--jvm-arg=-XX:NoSuchOption=1").succeeded();
        assertThat(result.said()).contains("starts slower, as no archive could be made", "NoSuchOption");
        assertThat(argv("none")).noneMatch(StartIT::namesArchive);
    }

    @Test
    void variablesOutliveTheRedefinitionOfTheirClass() throws IOException, InterruptedException {
        Path notebook = Pages.write(
                folder.resolve("redefined.ipynb"),
                Code.of("class Law { int degree() { return 1; } }\nvar law = new Law();\nlaw.degree()"),
                Code.of("class Law { int degree() { return 2; } }"),
                Code.of("law.degree()"));
        Path executed = folder.resolve("redefined-executed.ipynb");
        new Jupyter(folder.resolve("first")).execute(notebook, executed).run().succeeded();
        List<List<Pages.Output>> outputs = Pages.outputs(executed);
        assertThat(outputs.get(0).get(0).data("text/plain"))
                .as("%s", outputs.get(0))
                .isEqualTo("1");
        assertThat(outputs.get(1)).as("nothing is said of an agent").isEmpty();
        assertThat(outputs.get(2).get(0).data("text/plain")).isEqualTo("2");
    }

    @Test
    void aVariantHasItsOwnNameAndOptionsAndPreviewFeatures() throws IOException, InterruptedException {
        Optional<String> preview = previewOfThisJava();
        assumeThat(preview).as("a preview feature of this Java is known").isPresent();
        register(
                        Place.JAVA,
                        "preview",
                        "--no-archive",
                        "--preview",
                        "--display-name=Java with previews",
                        "--jvm-arg=-Dvariant=yes")
                .succeeded();
        assertThat(spec("preview").path("display_name").asText()).isEqualTo("Java with previews");
        Path notebook = Pages.write(
                folder.resolve("preview.ipynb"),
                Code.of(preview.orElseThrow()),
                Code.of("System.getProperty(\"variant\")"));
        Path executed = folder.resolve("executed.ipynb");
        new Jupyter(folder.resolve("preview")).execute(notebook, executed).run().succeeded();
        assertThat(Pages.outputs(executed))
                .extracting(outputs -> outputs.get(0).data("text/plain"))
                .containsExactly("true", "yes");
    }

    private static Optional<String> previewOfThisJava() {
        return switch (Runtime.version().feature()) {
            case 17 -> Optional.of("Object seen = 5;\nswitch (seen) { case Integer i -> true; default -> false; }");
            case 23, 24, 25 -> Optional.of("int small = 5;\nsmall instanceof byte b");
            default -> Optional.empty();
        };
    }

    private static Command.Result register(Path java, String prefix, String... options)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Place.python(), Place.script("register_kernel.py")));
        words.addAll(List.of("--java", java.toString(), "--lib", lib.toString()));
        words.addAll(List.of("--prefix", folder.resolve(prefix).toString()));
        words.addAll(List.of(options));
        return Command.of(words.toArray(String[]::new)).run();
    }

    private static JsonNode spec(String prefix) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(prefix)
                        .resolve("share/jupyter/kernels/temper/kernel.json")
                        .toFile());
    }

    private static List<String> argv(String prefix) throws IOException {
        List<String> words = new ArrayList<>();
        spec(prefix).path("argv").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static boolean namesArchive(String word) {
        return word.matches("-XX:(AOTCache|SharedArchiveFile)=.*");
    }

    private static Path archive(String prefix) throws IOException {
        return argv(prefix).stream()
                .filter(StartIT::namesArchive)
                .map(word -> Path.of(word.replaceFirst("^[^=]*=", "")))
                .findFirst()
                .orElseThrow();
    }

    /** The virtual machine's log of the classes that a kernel without a connection file loads. */
    private static String loaded(String prefix) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.log");
        Files.deleteIfExists(log);
        List<String> words = argv(prefix);
        words.remove("{connection_file}");
        words.add(1, "-Xlog:class+load:file=" + log);
        assertThat(Command.of(words.toArray(String[]::new)).run().status()).isEqualTo(2);
        return Files.readString(log);
    }

    private static void assertStartsAsIfThereWereNone(Path archive) throws IOException, InterruptedException {
        List<String> words = argv("first");
        words.remove("{connection_file}");
        words.replaceAll(word -> namesArchive(word) ? word.replaceFirst("=.*", "=" + archive) : word);
        Command.Result result = Command.of(words.toArray(String[]::new)).run();
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.lines()).singleElement().asString().startsWith("temper: one argument must be given");
    }

    private static Optional<Path> otherJava() throws IOException {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String here = Integer.toString(Runtime.version().feature());
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(home -> Files.isRegularFile(home.resolve("release")))
                    .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .filter(home -> !feature(home).equals(here))
                    .map(home -> home.resolve("bin/java"))
                    .findFirst();
        }
    }

    private static String feature(Path home) {
        try {
            return Files.readString(home.resolve("release")).replaceFirst("(?s).*JAVA_VERSION=\"(\\d+).*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
