package dev.temper.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.eval.JavaSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The documentation of a library that is added while the session runs, and that of the JDK. */
@Timeout(120)
class DocumentationTest {
    private static final String SOURCE = """
            package org.example.scale;

            import java.util.List;

            /**
             * Weighs things. <b>Not</b> thread-safe &amp; {@literal <slow>}.
             *
             * <p>Use it so:
             * <pre>{@code
             * Scale scale = new Scale();
             *     scale.weigh(List.of());
             * }</pre>
             * <ul>
             * <li>one
             * <li>two, see {@link java.util.List#size() its size} or {@link Scale#LIMIT}
             * </ul>
             *
             * @since 1.2
             */
            public class Scale implements Comparable<Scale> {
                /** The most that can be weighed, 2<sup>10</sup> g. */
                public static final int LIMIT = 1024;

                /** Makes a scale. */
                public Scale() {}

                /**
                 * Weighs all of it. Then stops.
                 *
                 * @param things what to weigh
                 * @param <T> what they are
                 * @return the weight in <i>grams</i>
                 * @throws IllegalStateException when it is {@code broken}
                 */
                public <T> double weigh(List<? extends T> things) { return 0; }

                /**
                 * Weighs one.
                 *
                 * @param thing the thing
                 * @return its weight
                 */
                public double weigh(Object thing) { return 0; }

                @Override
                public int compareTo(Scale other) { return 0; }

                /** A part. */
                public static class Pan {
                    /** {@return the side} */
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
        Path source = folder.resolve("Scale.java");
        Files.writeString(source, SOURCE);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
        Path packageFolder = classes.resolve("org/example/scale");
        Path jar = folder.resolve("scale-1.0.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("Scale.class", "Scale$Pan.class")) {
                put(out, "org/example/scale/" + name, Files.readAllBytes(packageFolder.resolve(name)));
            }
        }
        try (OutputStream file = Files.newOutputStream(folder.resolve("scale-1.0-sources.jar"));
                JarOutputStream out = new JarOutputStream(file)) {
            put(out, "org/example/scale/Scale.java", SOURCE.getBytes(StandardCharsets.UTF_8));
        }
        java = JavaSession.start(List.of("import java.util.*;"));
        assistant = new JavaAssistant(java);
        assertThat(assistant.complete("import org.example.", 19).texts()).doesNotContain("scale");
        java.addToClassPath(List.of(jar));
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    @AfterAll
    static void close() {
        java.close();
    }

    private static MimeBundle explained(String cell, int detail) {
        String all = "import org.example.scale.*; " + cell;
        return assistant.inspect(all, all.length(), detail).orElseThrow();
    }

    @Test
    void completesWhatWasAdded() {
        assertThat(assistant.complete("import org.example.scale.Sc", 27).texts())
                .containsExactly("Scale");
        String cell = "import org.example.scale.*; new Scale().wei";
        assertThat(assistant.complete(cell, cell.length()).texts()).containsExactly("weigh");
    }

    @Test
    void showsTheFirstSentenceAndTheParametersInBrief() {
        assertThat(explained("new Scale().weigh(", 0).text()).isEqualTo("""
                        <T> double Scale.weigh(List<? extends T> things)
                        double Scale.weigh(Object thing)

                        Weighs all of it.

                        Parameters
                        - things – what to weigh
                        - <T> – what they are

                        Returns
                        - the weight in grams""");
    }

    @Test
    void showsAllInFull() {
        assertThat(explained("new Scale().weigh(", 1).text())
                .contains("Weighs all of it. Then stops.", "Throws\n- IllegalStateException – when it is broken")
                .contains("double Scale.weigh(Object thing)\n\nWeighs one.");
        assertThat(explained("Scale", 1).text()).isEqualTo("""
                        class org.example.scale.Scale implements Comparable<Scale>

                        Weighs things. Not thread-safe & <slow>.

                        Use it so:
                        Scale scale = new Scale();
                            scale.weigh(List.of());

                        - one
                        - two, see its size or Scale.LIMIT

                        Since 1.2""");
    }

    @Test
    void keepsTheMarksOfTheCommentInMarkdownAndHtml() {
        MimeBundle found = explained("Scale", 1);
        assertThat(String.valueOf(found.data().get("text/markdown")))
                .contains(
                        "**Not** thread-safe & \\<slow>",
                        "```java\nScale scale",
                        "- two, see its size or `Scale.LIMIT`");
        assertThat(String.valueOf(found.data().get("text/html")))
                .contains("<b>Not</b> thread-safe &amp; &lt;slow&gt;", "<code>Scale.LIMIT</code>", "<li>one");
    }

    @Test
    void findsFieldsConstructorsNestedTypesAndInheritedComments() {
        assertThat(explained("Scale.LIMIT", 0).text())
                .isEqualTo("static int Scale.LIMIT = 1024\n\nThe most that can be weighed, 2^10 g.");
        assertThat(explained("new Scale(", 0).text()).startsWith("new Scale()").contains("Makes a scale.");
        assertThat(explained("new Scale.Pan().side", 0).text()).contains("Returns the side.");
    }

    @Test
    void showsTheDocumentationOfTheJdkOrHowToGetIt() {
        String text = explained("\"a\".compareTo(", 1).text();
        boolean there = Files.isRegularFile(Path.of(System.getProperty("java.home"), "lib", "src.zip"));

        if (there) {
            assertThat(text)
                    .startsWith("int String.compareTo(String anotherString)")
                    .contains("lexicographically");
            assertThat(explained("new ArrayList<>().size", 0).text()).contains("Returns the number of elements");
            assertThat(explained("new TreeMap<String, String>().entrySet().iterator().next", 0)
                            .text())
                    .contains("Returns the next element");
        } else {
            assertThat(text).startsWith("int String.compareTo(String)").containsOnlyOnce("-source.");
        }
        assertThat(explained("\"a\".compareTo(", 0).text()).doesNotContain("-source.");
    }
}
