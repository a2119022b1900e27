package dev.temper.kernel.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.MagicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven with a home, settings and repositories of its own. */
class MavenTest {
    @TempDir
    Path folder;

    private final Properties properties = new Properties();
    private Shelf shelf;

    @BeforeEach
    void open() throws IOException {
        properties.setProperty("java.version", "17.0.1");
        shelf = new Shelf(folder.resolve("remote"));
        Files.createDirectories(folder.resolve("home/.m2"));
        settings(mirror("*"));
    }

    private void settings(String content) throws IOException {
        Files.writeString(folder.resolve("home/.m2/settings.xml"), "<settings>" + content + "</settings>");
    }

    private String mirror(String of) {
        return "<mirrors><mirror><id>shelf</id><mirrorOf>" + of + "</mirrorOf><url>"
                + shelf.folder().toUri() + "</url></mirror></mirrors>";
    }

    private Maven maven(String options) {
        Surroundings surroundings = new Surroundings(folder.resolve("home"), properties, Map.of());
        Wishes wishes =
                Wishes.read(Invocation.line("maven", options).options(new MavenMagic().usage()), surroundings, folder);
        return new Maven(surroundings, wishes, new Progress());
    }

    private Resolution resolve(String typed) {
        List<String> faults = new ArrayList<>();
        List<Coordinates> libraries = Stream.of(typed.split(" "))
                .filter(word -> word.contains(":") && !word.contains("="))
                .map(word -> Coordinates.parse(word, faults))
                .toList();
        assertThat(faults).isEmpty();
        try (Maven maven = maven(typed)) {
            return maven.resolve(libraries);
        }
    }

    private Resolution pom(String body) {
        try (Maven maven = maven("")) {
            return maven.resolve(PomText.ofCell(body, line -> "line " + line));
        }
    }

    private static List<String> names(Resolution resolution) {
        return resolution.files().stream()
                .map(found -> found.coordinates().artifact() + " "
                        + found.coordinates().version())
                .toList();
    }

    private List<String> fault(String typed) {
        try {
            resolve(typed);
        } catch (MagicException e) {
            return e.lines();
        }
        throw new AssertionError(typed + " was found");
    }

    @Test
    void putsWhatItFetchesWhereTheUserHasMavensThings() throws IOException {
        shelf.put("A", "1.0");
        assertThat(resolve("test:A:1.0").files().get(0).path())
                .startsWith(folder.resolve("home/.m2/repository"))
                .exists();

        settings(mirror("*") + "<localRepository>" + folder.resolve("elsewhere") + "</localRepository>");
        assertThat(resolve("test:A:1.0").files().get(0).path()).startsWith(folder.resolve("elsewhere"));

        properties.setProperty("maven.repo.local", folder.resolve("third").toString());
        assertThat(resolve("test:A:1.0").files().get(0).path()).startsWith(folder.resolve("third"));
    }

    @Test
    void takesTheNewestOfARangeAndSaysWhichOneThatIs() throws IOException {
        shelf.put("A", "1.0");
        shelf.put("A", "1.1");
        shelf.put("A", "2.0");

        assertThat(resolve("test:A:[1.0,2.0)").notes())
                .containsExactly("test:A:[1.0,2.0) is 1.1 today: write that version where others are to get the same.");
        assertThat(resolve("test:A:LATEST").notes())
                .containsExactly("test:A:LATEST is 2.0 today: write that version where others are to get the same.");
        assertThat(resolve("test:A:2.0").notes()).isEmpty();
        assertThat(resolve("test:A:1.1 test:A:2.0").notes())
                .containsExactly("test:A:1.1 is left out, since version 2.0 is asked for as well.");
        assertThat(fault("test:A:[3,4)").get(0))
                .isEqualTo("test:A has no version within [3,4). Its versions are, newest first: 2.0, 1.1, 1.0.");
    }

    @Test
    void takesSnapshots() throws IOException {
        shelf.put("A", "1.0-SNAPSHOT");
        assertThat(names(resolve(
                        "test:A:1.0-SNAPSHOT --repo shelf=" + shelf.folder().toUri())))
                .containsExactly("A 1.0-SNAPSHOT");
    }

    @Test
    void namesTheVersionsThereAreAndTheArtifactThatMayBeMeant() throws IOException {
        shelf.put("Spelling", "1.0");
        resolve("test:Spelling:1.0");

        assertThat(fault("test:Spelling:9").get(0))
                .isEqualTo("test:Spelling:9 was not found. Its versions are, newest first: 1.0.");
        assertThat(fault("test:Speling:1.0").get(0))
                .isEqualTo("test:Speling:1.0 was not found. Did you mean test:Spelling?");
        assertThat(fault("test:Other:LATEST").get(0)).startsWith("test:Other:LATEST was not found");
    }

    @Test
    void namesWhoNeedsWhatIsMissing() throws IOException {
        shelf.put("Inner", "1.0", "Gone:1.0");
        shelf.put("Outer", "1.0", "Inner:1.0");

        assertThat(fault("test:Outer:1.0").get(0))
                .isEqualTo("test:Gone:1.0, needed by test:Inner:1.0 by test:Outer:1.0, was not found.");
    }

    @Test
    void staysOfflineWhenTold() throws IOException {
        shelf.put("Fetched", "1.0");
        shelf.put("Other", "1.0");
        resolve("test:Fetched:1.0");

        assertThat(names(resolve("test:Fetched:1.0 --offline"))).containsExactly("Fetched 1.0");
        assertThat(fault("test:Other:1.0 --offline"))
                .containsExactly(
                        "test:Other:1.0 was not found.",
                        "Maven is offline, by --offline. Only what was fetched before can be had.");
        settings(mirror("*") + "<offline>true</offline>");
        assertThat(fault("test:Other:1.0").get(1)).startsWith("Maven is offline, by its settings.");
    }

    @Test
    void asksTheRepositoriesOfTheProfilesThatAreActive() throws IOException {
        shelf.put("A", "1.0");
        String repository = "<id>%s</id>%s<repositories><repository><id>%s</id><url>"
                + shelf.folder().toUri() + "</url></repository></repositories>";
        String profiles = "<offline>false</offline><profiles>"
                + "<profile>" + repository.formatted("named", "", "one") + "</profile>"
                + "<profile>"
                + repository.formatted("jdk", "<activation><jdk>[17,18)</jdk></activation>", "two")
                + "</profile>"
                + "<profile>"
                + repository.formatted("old", "<activation><jdk>1.4</jdk></activation>", "three")
                + "</profile></profiles>";

        String none = "<mirrors><mirror><id>none</id><mirrorOf>central</mirrorOf><url>"
                + folder.resolve("none").toUri() + "</url></mirror></mirrors>";
        settings(none + profiles + "<activeProfiles><activeProfile>named</activeProfile></activeProfiles>");
        assertThat(names(resolve("test:A:1.0"))).containsExactly("A 1.0");
        assertThat(fault("test:B:1.0").get(1))
                .contains("one (")
                .contains("two (")
                .doesNotContain("three (");
    }

    @Test
    void asksARepositoryOfTheCommandLineFirst() throws IOException {
        settings("<mirrors><mirror><id>none</id><mirrorOf>central</mirrorOf><url>"
                + folder.resolve("none").toUri() + "</url></mirror></mirrors>");
        shelf.put("A", "1.0");

        assertThat(names(resolve("test:A:1.0 --repo remote"))).containsExactly("A 1.0");
        assertThat(fault("test:B:1.0 --repo lab=remote").get(1)).startsWith("Asked: lab (file:");
        assertThatThrownBy(() -> maven("--repo \"not an address\\://x y\""))
                .isInstanceOf(MagicException.class)
                .hasMessageStartingWith("--repo must be URL or ID=URL");
        assertThatThrownBy(() -> maven("--settings absent.xml"))
                .hasMessageStartingWith("--settings must name a file that exists, but there is no ");
    }

    @Test
    void leavesOutWhatLibrariesNeedWhenTold() throws IOException {
        shelf.put("Deep", "1.0");
        shelf.put("Top", "1.0", "Deep:1.0");

        assertThat(names(resolve("test:Top:1.0 --no-transitive"))).containsExactly("Top 1.0");
    }

    @Test
    void putsSourcesOrElseJavadocBesideTheJars() throws IOException {
        shelf.put("With", "1.0");
        shelf.write("With", "1.0", "-sources.jar", new byte[] {1});
        shelf.write("With", "1.0", "-javadoc.jar", new byte[] {3});
        shelf.put("Pages", "1.0");
        shelf.write("Pages", "1.0", "-javadoc.jar", new byte[] {2});
        shelf.put("Without", "1.0");

        Resolution resolution = resolve("test:With:1.0 test:Pages:1.0 test:Without:1.0");
        List<String> lacking;
        try (Maven maven = maven("")) {
            lacking = maven.fetchSources(resolution);
        }

        assertThat(lacking).containsExactly("test:Without:1.0 has neither sources nor Javadoc that can be had.");
        Path with = resolution.files().get(0).path();
        assertThat(with.resolveSibling("With-1.0-sources.jar")).hasBinaryContent(new byte[] {1});
        assertThat(with.resolveSibling("With-1.0-javadoc.jar")).doesNotExist();
        assertThat(resolution.files().get(1).path().resolveSibling("Pages-1.0-javadoc.jar"))
                .hasBinaryContent(new byte[] {2});
    }

    @Test
    void takesAJarThatHasNoPomAndSaysSo() throws IOException {
        shelf.write("Bare", "1.0", ".jar", new byte[] {1});

        assertThat(resolve("test:Bare:1.0").notes())
                .containsExactly("test:Bare:1.0 has no pom: what it needs is not known, and not added.");
    }

    @Test
    void takesAFileOfAnotherKind() throws IOException {
        shelf.put("Native", "1.0");
        shelf.write("Native", "1.0", "-linux.zip", new byte[] {1});

        assertThat(resolve("test:Native:zip:linux:1.0").files())
                .extracting(found -> found.coordinates().toString())
                .containsExactly("test:Native:zip:linux:1.0");
    }

    @Test
    void refusesAFileThatIsNotWhatItsChecksumSays() throws IOException {
        shelf.put("A", "1.0");
        Files.write(shelf.file("A", "1.0", ".jar"), new byte[] {1, 2, 3});

        assertThat(fault("test:A:1.0"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("test:A:1.0 from shelf (file:")
                .contains("is damaged and was not kept: its checksum");
        assertThat(folder.resolve("home/.m2/repository/test/A/1.0/A-1.0.jar")).doesNotExist();
    }

    @Test
    void takesAFileWithoutChecksum() throws IOException {
        shelf.put("A", "1.0");
        Files.delete(shelf.file("A", "1.0", ".jar.sha1"));

        assertThat(names(resolve("test:A:1.0"))).containsExactly("A 1.0");
    }

    @Test
    void takesManagedVersionsImportedPomsAndRepositoriesOfAPom() throws IOException {
        shelf.put("Managed", "1.0");
        shelf.put("Managed", "1.5");
        shelf.put("Direct", "1.0", "Managed:1.0");
        shelf.pom(
                "bom",
                "1.0",
                "<packaging>pom</packaging><dependencyManagement>" + Shelf.dependencies("Managed:1.5", "Direct:1.0")
                        + "</dependencyManagement>");
        shelf.put("Tested", "1.0");
        settings("");

        Resolution resolution = pom("""
                <repositories><repository><id>central</id><url>%s</url></repository></repositories>
                <dependencyManagement><dependencies><dependency>
                  <groupId>test</groupId><artifactId>bom</artifactId><version>1.0</version>
                  <type>pom</type><scope>import</scope>
                </dependency></dependencies></dependencyManagement>
                <dependencies>
                  <dependency><groupId>test</groupId><artifactId>Direct</artifactId></dependency>
                  <dependency>
                    <groupId>test</groupId><artifactId>Tested</artifactId><version>1.0</version><scope>test</scope>
                  </dependency>
                </dependencies>
                """.formatted(shelf.folder().toUri()));

        assertThat(names(resolution)).containsExactly("Direct 1.0", "Managed 1.5");
        assertThat(resolution.notes()).containsExactly("test:Tested:1.0 is left out: its scope is test.");
    }

    @Test
    void takesAWholePomWithAParentOfTheRepository() throws IOException {
        shelf.put("A", "1.0");
        shelf.pom("parent", "7", "<packaging>pom</packaging><properties><a>1.0</a></properties>");

        assertThat(names(pom("<?xml version=\"1.0\"?>\n<!-- whole -->\n<project><modelVersion>4.0.0</modelVersion>"
                        + "<parent><groupId>test</groupId><artifactId>parent</artifactId><version>7</version></parent>"
                        + "<artifactId>child</artifactId>" + Shelf.dependencies("A:${a}") + "</project>")))
                .containsExactly("A 1.0");
        assertThatThrownBy(() -> pom("<parent><groupId>test</groupId><artifactId>nobody</artifactId>"
                        + "<version>1</version></parent>"))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("line 1: ")
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> pom("<properties/>" + "<dependency/>")).hasMessageContaining("must stand alone");
    }

    @Test
    void tellsFaultsOfTheSettingsByTheirLine() throws IOException {
        Files.writeString(folder.resolve("home/.m2/settings.xml"), "<settings>\n<mirrors>\n</settings>");
        assertThat(fault("test:A:1.0").get(0)).startsWith("Maven's settings, ").contains("settings.xml, line 3");
    }
}
