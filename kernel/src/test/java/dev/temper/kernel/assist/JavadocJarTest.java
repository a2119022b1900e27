package dev.temper.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.eval.JavaSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Documentation that is there as pages of Javadoc only, and only after it was asked for the first time. */
@Timeout(120)
class JavadocJarTest {
    private static final String SOURCE = """
            package org.example.lens;

            import java.util.Map;

            /** Looks at <b>small</b> things. Then stops. */
            public class Lens<T> {
                /** The most it can do, at 5 * /2. */
                public static final int LIMIT = 3;

                /** Makes a lens.
                 * @param width how wide, as in a@b */
                public Lens(double width) {}

                /**
                 * Looks.
                 *
                 * @param thing what to look at
                 * @param <K> of the map
                 * @param times how often
                 * @return what it saw
                 * @throws IllegalStateException when it is broken
                 */
                public <K> T look(Map<K, ? extends T> thing, int... times) { return null; }

                /** Looks at one. */
                @Deprecated
                public T look(T one) { return one; }

                /** A rim. */
                public static class Rim {
                    /** Its side. */
                    public int side() { return 0; }
                }
            }
            """;

    @TempDir
    static Path folder;

    private static JavaSession java;
    private static JavaAssistant assistant;

    @BeforeAll
    static void addLibrary() throws IOException {
        Path source = Files.writeString(folder.resolve("Lens.java"), SOURCE);
        Files.writeString(folder.resolve("package-info.java"), "/** Lenses. */ package org.example.lens;");
        assertThat(run("javac", "-d", folder.resolve("classes").toString(), source.toString()))
                .isZero();
        zip(folder.resolve("classes"), folder.resolve("lens-1.0.jar"));
        java = JavaSession.start(List.of());
        assistant = new JavaAssistant(java);
        java.addToClassPath(List.of(folder.resolve("lens-1.0.jar")));
        assertThat(explained("Lens.LIMIT")).isEqualTo("static int Lens.LIMIT = 3");
        assertThat(run(
                        "javadoc",
                        "-quiet",
                        "-Xdoclint:none",
                        "-d",
                        folder.resolve("pages").toString(),
                        source.toString(),
                        folder.resolve("package-info.java").toString()))
                .isZero();
        zip(folder.resolve("pages"), folder.resolve("lens-1.0-javadoc.jar"));
    }

    private static int run(String tool, String... arguments) {
        return ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
    }

    private static void zip(Path from, Path to) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to));
                Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    out.putNextEntry(new ZipEntry(from.relativize(file).toString()));
                    out.write(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @AfterAll
    static void close() {
        java.close();
    }

    private static String explained(String cell) {
        String all = "import org.example.lens.*; Lens<String> lens; " + cell;
        return assistant.inspect(all, all.length(), 1).orElseThrow().text();
    }

    @Test
    void showsTheCommentsOfTypesFieldsAndConstructors() {
        assertThat(explained("Lens.LIMIT")).isEqualTo("static int Lens.LIMIT = 3\n\nThe most it can do, at 5 * /2.");
        assertThat(explained("Lens")).endsWith("Looks at small things. Then stops.");
        assertThat(explained("new Lens<String>("))
                .startsWith("new Lens(double width)\n\nMakes a lens.\n\nParameters\n- width – how wide, as in a@b");
        assertThat(explained("new Lens.Rim().side")).endsWith("Its side.");
        assertThat(explained("org.example.lens")).endsWith("Lenses.");
    }

    @Test
    void tellsOverloadsApartAndKnowsTheNamesOfParameters() {
        assertThat(explained("lens.look(")).contains("""
                        <K> String Lens.look(Map<K, ? extends String> thing, int... times)

                        Looks.""", """
                        Parameters
                        - <K> – of the map
                        - thing – what to look at
                        - times – how often

                        Returns
                        - what it saw

                        Throws
                        - IllegalStateException – when it is broken""", "String Lens.look(String one)\n\nLooks at one.");
    }

    @Test
    void readsPagesOfOldVersions() {
        String page = """
                <!-- ======== START OF CLASS DATA ======== -->
                <div class="block">Old.</div>
                <!-- ========== METHOD SUMMARY =========== -->
                <!-- ============ METHOD DETAIL ========== -->
                <h3>Method Detail</h3>
                <a name="look-java.util.List-int:A-">
                <!--   -->
                </a>
                <ul class="blockList">
                <li class="blockList">
                <h4>look</h4>
                <pre>public&nbsp;<a href="x" title="y">Thing</a>&nbsp;look(<a href="x">List</a>&lt;? extends Thing&gt;&nbsp;all,
                         int[]&nbsp;times)
                  throws <a href="z">Broken</a></pre>
                <div class="block">Looks twice.</div>
                <dl>
                <dt><span class="paramLabel">Parameters:</span></dt>
                <dd><code>all</code> - what to look at</dd>
                <dt><span class="throwsLabel">Throws:</span></dt>
                <dd><code><a href="z">Broken</a></code> - when so</dd>
                </dl>
                </li>
                </ul>
                <h4>valueOf</h4>
                <pre class="methodSignature">public static&nbsp;Old&nbsp;valueOf&#8203;(int&nbsp;one)</pre>
                <div class="block">Makes one.</div>
                <!-- ========= END OF CLASS DATA ========= -->
                """;
        Map<String, String> files = Map.of("a/Old.html", page);

        assertThat(new JavadocJar(List.copyOf(files.keySet()), name -> Optional.ofNullable(files.get(name)))
                        .source("a/Old"))
                .hasValue("""
                        /** Old. */
                        class Old {
                        /** Looks twice.
                        @param all what to look at
                        @throws Broken when so */
                        Object look(List<? extends Thing> all, int[] times) {}
                        /** Makes one. */
                        Object valueOf(int one) {}
                        }
                        """);
    }
}
