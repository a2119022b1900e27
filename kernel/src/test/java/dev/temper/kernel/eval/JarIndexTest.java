package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarIndexTest {
    @TempDir
    Path folder = Path.of("");

    private String jar = "";
    private Path file = Path.of("");

    @BeforeEach
    void index() throws IOException {
        jar = jar("a jar.jar", "Top.class", "first/One.class", "first/inner/Two.class", "texts/words.txt");
        file = folder.resolve("jars.index");
        JarIndex.write(file, jar + File.pathSeparator + folder);
    }

    @Test
    void remembersTheFoldersOfAJarThatHoldClasses() {
        assertThat(JarIndex.read(file).folders(jar)).contains(List.of("", "first", "first/inner"));
    }

    @Test
    void remembersNothingOfAJarThatHasChanged() throws IOException {
        Files.setLastModifiedTime(Path.of(jar), FileTime.fromMillis(1_000));
        assertThat(JarIndex.read(file).folders(jar)).isEmpty();
    }

    @Test
    void remembersNothingOfAJarThatItHasNotSeen() throws IOException {
        assertThat(JarIndex.read(file).folders(jar("other.jar", "A.class"))).isEmpty();
        assertThat(JarIndex.read(folder.resolve("missing")).folders(jar)).isEmpty();
    }

    @Test
    void findsTheSameClassesAsWithoutIt() throws IOException {
        String classPath = jar + File.pathSeparator + jar("other.jar", "first/Three.class");
        JarContents indexed = new JarContents(classPath, JarIndex.read(file));
        JarContents read = new JarContents(classPath, JarIndex.none());
        for (String name : List.of("", "first", "first.inner", "texts")) {
            assertThat(indexed.classes(name, true).map(JarClass::binaryName))
                    .containsExactlyInAnyOrderElementsOf(
                            read.classes(name, true).map(JarClass::binaryName).toList());
        }
        assertThat(indexed.classes("first", false).map(JarClass::binaryName))
                .containsExactly("first.One", "first.Three");
        assertThat(indexed.jars()).isEqualTo(read.jars());
    }

    private String jar(String name, String... entries) throws IOException {
        Path made = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(made);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (String entry : entries) {
                packed.putNextEntry(new JarEntry(entry));
            }
        }
        return made.toString();
    }
}
