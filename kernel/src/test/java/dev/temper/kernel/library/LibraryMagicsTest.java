package dev.temper.kernel.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.session.CellError;
import dev.temper.kernel.session.CellResult;
import dev.temper.kernel.session.Notebook;
import dev.temper.kernel.session.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The magics in a real notebook, with a repository of their own. */
@Timeout(120)
class LibraryMagicsTest {
    @TempDir
    static Path folder;

    private static final Recorder PAGE = new Recorder();
    private static Notebook notebook;
    private static Shelf shelf;
    private static String settings;

    @BeforeAll
    static void open() throws IOException {
        shelf = new Shelf(folder.resolve("remote"));
        Path file = Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><localRepository>" + folder.resolve("local") + "</localRepository><mirrors><mirror><id>shelf"
                        + "</id><mirrorOf>*</mirrorOf><url>" + shelf.folder().toUri()
                        + "</url></mirror></mirrors></settings>");
        settings = " --settings " + file;
        notebook = new Notebook(PAGE);
    }

    @AfterAll
    static void close() {
        notebook.close();
    }

    private static String run(String cell) {
        CellResult result = notebook.run(cell, 3);
        if (result instanceof CellResult.Failed failed) {
            throw new AssertionError(failed.error().trace().toString());
        }
        return result instanceof CellResult.Shown shown ? shown.bundle().text() : PAGE.takeLast();
    }

    private static CellError error(String cell) {
        CellResult result = notebook.run(cell, 3);
        assertThat(result).isInstanceOf(CellResult.Failed.class);
        return ((CellResult.Failed) result).error();
    }

    @Test
    void addsALibraryWithWhatItNeedsAndTheNextCellUsesThem() throws IOException {
        shelf.put("Deep", "1.1");
        shelf.put("Middle", "1.0", "Deep:1.1");
        shelf.put("Top", "2.0", "Middle:1.0");

        assertThat(run("%maven test:Top:2.0" + settings))
                .matches("Added 3 jars \\(\\d+\\.\\d kB\\): Top 2\\.0, Middle 1\\.0, Deep 1\\.1");
        assertThat(run("test.Top.version() + test.Deep.version()")).isEqualTo("2.01.1");
        assertThat(run("%maven test:Top:2.0" + settings))
                .isEqualTo("Nothing to add: all of it is on the class path already.");
        assertThat(run("%classpath")).startsWith("Added: ").contains("  test:Middle:1.0 ");
    }

    @Test
    void fetchesSourcesBehindTheCellThatAskedForThem() throws Exception {
        String source = "package test; /** Drawn well. */ public class Drawn {}";
        shelf.put("Drawn", "1.0");
        shelf.put("Plain", "1.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("test/Drawn.java"));
            jar.write(source.getBytes(StandardCharsets.UTF_8));
        }
        shelf.write("Drawn", "1.0", "-sources.jar", bytes.toByteArray());

        notebook.run("%maven test:Drawn:1.0 test:Plain:1.0 --sources" + settings, 3);
        while (!PAGE.hasShown("test:Plain:1.0 has neither sources nor Javadoc that can be had.")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        assertThat(PAGE.takeLast()).startsWith("Added 2 jars").doesNotContain("being fetched");
        assertThat(notebook.inspect("test.Drawn", 10, 0))
                .get()
                .satisfies(found -> assertThat(found.text()).endsWith("Drawn well."));
    }

    @Test
    void keepsTheVersionThatWasThereFirstAndSaysSo() throws IOException {
        shelf.put("Twice", "1.0");
        shelf.put("Twice", "2.0");
        shelf.put("NeedsTwice", "1.0", "Twice:2.0");

        run("%maven test:Twice:1.0" + settings);

        assertThat(run("%maven test:NeedsTwice:1.0" + settings).lines())
                .hasSize(2)
                .last()
                .isEqualTo(
                        "test:Twice: version 1.0 was added before and stays in use, not 2.0; restart the kernel to change.");
        assertThat(run("test.Twice.version()")).isEqualTo("1.0");
    }

    @Test
    void leavesTheLibrariesOfTheKernelAlone() throws IOException {
        shelf.put(
                "NeedsJson",
                "1.0",
                "<dependencies><dependency><groupId>com.google.code.gson</groupId><artifactId>gson</artifactId>"
                        + "<version>1.0</version></dependency></dependencies>",
                Map.of());
        Path gson = shelf.folder().resolve("com/google/code/gson/gson/1.0");
        Files.createDirectories(gson);
        Files.writeString(
                gson.resolve("gson-1.0.pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>com.google.code.gson</groupId>"
                        + "<artifactId>gson</artifactId><version>1.0</version></project>");
        Files.write(gson.resolve("gson-1.0.jar"), new byte[0]);

        assertThat(run("%maven test:NeedsJson:1.0" + settings))
                .contains("Added 1 jar")
                .containsPattern(
                        "com\\.google\\.code\\.gson:gson: the kernel's own version 2\\.[\\d.]+ is used, not 1\\.0\\.");
    }

    @Test
    void takesUpTheMagicsThatALibraryBrings() throws IOException {
        Map<String, byte[]> files = new HashMap<>(Shelf.compiled("test.Shout", """
                package test;
                import dev.temper.kernel.magic.*;
                public class Shout implements Magic {
                    public Usage usage() { return Usage.line("shout", "Be loud."); }
                    public Object run(Invocation invocation, Session session) { return "LOUD"; }
                }
                """));
        files.put("META-INF/services/dev.temper.kernel.magic.Magic", "test.Shout".getBytes(StandardCharsets.UTF_8));
        shelf.put("Loud", "1.0", "", files);

        assertThat(run("%maven test:Loud:1.0" + settings)).contains("Loud 1.0");
        assertThat(run("%shout")).isEqualTo("LOUD");
    }

    @Test
    void addsNothingWhenOneIsMissing() throws IOException {
        shelf.put("Present", "1.0");

        CellError error = error("%maven test:Present:1.0 test:Absent:1.0" + settings);

        assertThat(error.trace()).hasSize(2);
        assertThat(error.trace().get(0)).isEqualTo("test:Absent:1.0 was not found.");
        assertThat(error.trace().get(1)).startsWith("Asked: shelf (file:/");
        assertThat(error("test.Present.version()").name()).isEqualTo("CompileError");
    }

    @Test
    void saysHowCoordinatesAreWritten() {
        assertThat(error("%maven commons-math3 a:b a:b:1.0:sources").trace())
                .containsExactly(
                        "commons-math3 must be written as " + Coordinates.FORM + ".",
                        "a:b must end in a version: write a:b:VERSION, where LATEST takes the newest there is.",
                        "a:b:1.0:sources must have its version last: write a:b:jar:sources:1.0 for the classifier sources.");
        assertThat(error("%maven").message()).startsWith("libraries must be given: group:artifact:version");
    }

    @Test
    void resolvesAPartOfAPom() throws IOException {
        shelf.put("Unwanted", "1.0");
        shelf.put("Wanted", "1.0", "Unwanted:1.0");

        String shown = run("%%pom" + settings + """

                <dependency>
                  <groupId>test</groupId>
                  <artifactId>Wanted</artifactId>
                  <version>1.0</version>
                  <exclusions>
                    <exclusion><groupId>test</groupId><artifactId>Unwanted</artifactId></exclusion>
                  </exclusions>
                </dependency>
                """);

        assertThat(shown).startsWith("Added 1 jar").endsWith("Wanted 1.0");
        assertThat(run("test.Wanted.version()")).isEqualTo("1.0");
    }

    @Test
    void tellsTheLinesOfFaultsInAPom() {
        assertThat(error("\n%%pom\n<dependency>\n  <groupId>test</groupID>\n</dependency>")
                        .message())
                .startsWith("Cell [3], line 4: ");
        assertThat(error("%%pom" + settings + "\n<dependency>\n  <groupId>test</groupId>\n"
                                + "  <artifactId>Versionless</artifactId>\n</dependency>")
                        .trace())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Cell [3], line 2: ")
                .contains("version");
        assertThat(error("%%pom" + settings + "\n<dependencies>\n  <dependancy/>\n</dependencies>")
                        .message())
                .startsWith("Cell [3], line 3: ")
                .contains("dependancy");
        assertThat(error(
                                "%%pom\n<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<project>&x;</project>")
                        .message())
                .isEqualTo("Cell [3], line 2: a pom must have no DOCTYPE.");
        assertThat(error("%pom").message()).contains("neither is");
        assertThat(error("%pom no/such.xml").message()).contains("no/such.xml");
    }

    @Test
    void resolvesAPomFileWithItsParentBesideIt() throws IOException {
        shelf.put("FromFile", "3.0");
        Path project = Files.createDirectories(folder.resolve("project/child"));
        Files.writeString(
                folder.resolve("project/pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>p</groupId><artifactId>parent</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><properties><v>3.0</v></properties></project>");
        Path pom = Files.writeString(
                project.resolve("pom.xml"),
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<project><modelVersion>4.0.0</modelVersion><parent>"
                        + "<groupId>p</groupId><artifactId>parent</artifactId><version>1</version></parent>"
                        + "<artifactId>child</artifactId>" + Shelf.dependencies("FromFile:${v}") + "</project>");

        assertThat(run("%pom " + pom + settings)).endsWith("FromFile 3.0");
    }

    @Test
    void addsJarsAndFoldersByPath() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.createDirectories(own.resolve("classes/test"));
        Files.write(
                own.resolve("classes/test/Mine.class"),
                Shelf.compiled("test.Mine", "package test; public class Mine { public static int one() { return 1; } }")
                        .get("test/Mine.class"));
        shelf.put("Globbed", "1.0");
        Files.copy(shelf.file("Globbed", "1.0", ".jar"), own.resolve("globbed-1.0.jar"));
        Files.writeString(own.resolve("broken.jar"), "no zip");

        assertThat(error("%classpath " + own + "/none*.jar " + own + "/absent " + own + "/broken.jar")
                        .trace())
                .hasSize(3)
                .anyMatch(line -> line.contains("nothing like " + own + "/none*.jar"))
                .anyMatch(line -> line.endsWith("there is no " + own.resolve("absent") + "."))
                .anyMatch(line -> line.contains("broken.jar is no jar"));
        assertThat(run("%classpath " + own + "/classes " + own + "/glob*.jar"))
                .isEqualTo("Added: classes, globbed:1.0");
        assertThat(run("test.Mine.one() + test.Globbed.version()")).isEqualTo("11.0");
        assertThat(run("%classpath " + own + "/classes")).startsWith("Nothing to add");
    }
}
