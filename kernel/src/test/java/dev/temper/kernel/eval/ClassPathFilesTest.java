package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathFilesTest {
    @TempDir
    Path folder = Path.of("");

    private Path jar = Path.of("");
    private Path naming = Path.of("");
    private Path classes = Path.of("");

    @BeforeEach
    void makeClassPath() throws IOException {
        jar = jar("first.jar", "first/One.class", "first/inner/Two.class", "META-INF/versions/9/first/Three.class");
        naming = jar("naming.jar", "META-INF/MANIFEST.MF");
        classes = Files.createDirectories(folder.resolve("classes/second"));
        Files.writeString(classes.resolve("Four.class"), "code");
        classes = folder.resolve("classes");
    }

    @Test
    void theClassesOfAPackageAreThoseOfItsJarAndOfItsFolder() throws IOException {
        try (ClassPathFiles files = files(jar, classes)) {
            assertThat(names(files, "first", false)).containsExactly("first.One");
            assertThat(names(files, "first", true)).containsExactlyInAnyOrder("first.One", "first.inner.Two");
            assertThat(names(files, "second", false)).containsExactly("second.Four");
            assertThat(names(files, "third", false)).isEmpty();
        }
    }

    @Test
    void aClassIsReadFromItsJar() throws IOException {
        try (ClassPathFiles files = files(jar)) {
            JavaFileObject file = files.getJavaFileForInput(StandardLocation.CLASS_PATH, "first.One", Kind.CLASS);
            assertThat(file.openInputStream()).hasContent("code of first/One.class");
            assertThat(file.getName()).endsWith("first.jar!/first/One.class");
            assertThat(files.contains(StandardLocation.CLASS_PATH, file)).isTrue();
        }
    }

    @Test
    void aJarThatNamesOthersIsLeftToTheCompiler() {
        JarContents contents =
                new JarContents(jar + File.pathSeparator + naming + File.pathSeparator + classes, JarIndex.none());
        assertThat(contents.jars()).containsExactly(jar.toString());
        assertThat(contents.others()).containsExactly(naming, classes);
    }

    @Test
    void aJarThatIsAddedLaterIsSeenBesideThoseOfTheStart() throws IOException {
        Path later = jar("later.jar", "later/Five.class");
        try (ClassPathFiles files = files(jar)) {
            files.handleOption(
                    "-classpath", List.of(jar + File.pathSeparator + later).iterator());
            assertThat(names(files, "later", false)).containsExactly("later.Five");
            assertThat(names(files, "first", false)).containsExactly("first.One");
            assertThat(files.getLocationAsPaths(StandardLocation.CLASS_PATH))
                    .map(Path::toString)
                    .containsExactly(jar.toString(), later.toString());
        }
    }

    @Test
    void aClassPathThatIsSetAnewIsReadOnlyWhereItIsNew() throws IOException {
        try (ClassPathFiles files = files(jar)) {
            List<File> path = new ArrayList<>();
            files.getLocation(StandardLocation.CLASS_PATH).forEach(path::add);
            path.add(jar("later.jar", "first/Five.class").toFile());
            files.setLocation(StandardLocation.CLASS_PATH, path);
            assertThat(names(files, "first", false)).containsExactly("first.One", "first.Five");
        }
    }

    private static ClassPathFiles files(Path... classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
        String path = String.join(
                File.pathSeparator,
                List.of(classPath).stream().map(Path::toString).toList());
        return ClassPathFiles.before(
                standard, CompletableFuture.completedFuture(new JarContents(path, JarIndex.none())));
    }

    private static List<String> names(ClassPathFiles files, String packageName, boolean below) throws IOException {
        Set<Kind> kinds = EnumSet.of(Kind.CLASS, Kind.SOURCE);
        List<String> names = new ArrayList<>();
        for (JavaFileObject file : files.list(StandardLocation.CLASS_PATH, packageName, kinds, below)) {
            names.add(files.inferBinaryName(StandardLocation.CLASS_PATH, file));
        }
        return names;
    }

    private Path jar(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (String entry : entries) {
                packed.putNextEntry(new JarEntry(entry));
                String text = entry.endsWith("MANIFEST.MF")
                        ? "Manifest-Version: 1.0\nClass-Path: other.jar\n"
                        : "code of " + entry;
                packed.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
