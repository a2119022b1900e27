package dev.temper.kernel.assist;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The sources of the JDK and of libraries, where they are to be had: the JDK's {@code lib/src.zip}, and beside the jar of a
 * library a second one whose name ends in {@code -sources.jar}, or else in {@code -javadoc.jar}. Such a jar may appear at
 * any time.
 */
final class SourceFiles {
    private final Path ofPlatform;
    private final Set<Path> ofLibraries = new LinkedHashSet<>();
    private final Set<Path> pages = new LinkedHashSet<>();
    private final Map<Path, ZipFile> open = new LinkedHashMap<>();

    SourceFiles(Path javaHome, List<Path> classPath) {
        ofPlatform = javaHome.resolve("lib").resolve("src.zip");
        addBeside(classPath);
    }

    /** Knows the JDK that runs this, and what it was given as class path. */
    static SourceFiles ofThisProcess() {
        return new SourceFiles(
                Path.of(System.getProperty("java.home")),
                Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .toList());
    }

    /** Looks beside jars for their sources, too. */
    synchronized void addBeside(List<Path> jars) {
        for (Path jar : jars) {
            String name = String.valueOf(jar.getFileName());
            if (name.endsWith(".jar")) {
                ofLibraries.add(jar.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar")));
                pages.add(jar.resolveSibling(name.replaceFirst("\\.jar$", "-javadoc.jar")));
            }
        }
    }

    /** Looks in more jars of sources. */
    synchronized void add(List<Path> jars) {
        ofLibraries.addAll(jars);
    }

    /** Whether there are sources of the JDK. */
    boolean hasPlatform() {
        return Files.isRegularFile(ofPlatform);
    }

    /**
     * Finds a source file.
     *
     * @param module the module of the JDK that it belongs to, empty for a library
     * @param path its folders and its name, without the ending
     */
    synchronized Optional<String> find(String module, String path) {
        if (!module.isEmpty()) {
            return read(ofPlatform, module + "/" + path + ".java");
        }
        return ofLibraries.stream()
                .flatMap(jar -> read(jar, path + ".java").stream())
                .findFirst()
                .or(() -> pages.stream()
                        .flatMap(jar -> open(jar).stream())
                        .flatMap(jar -> fromPages(jar, path).stream())
                        .findFirst());
    }

    private static Optional<String> fromPages(ZipFile jar, String path) {
        List<String> names = jar.stream().map(ZipEntry::getName).toList();
        return new JavadocJar(names, name -> read(jar, name)).source(path);
    }

    private Optional<String> read(Path archive, String name) {
        return open(archive).flatMap(zip -> read(zip, name));
    }

    private Optional<ZipFile> open(Path archive) {
        ZipFile zip = open.get(archive);
        if (zip == null && Files.isRegularFile(archive)) {
            try {
                zip = new ZipFile(archive.toFile());
                open.put(archive, zip);
            } catch (IOException e) {
                return Optional.empty(); // documentation that cannot be read is as good as none
            }
        }
        return Optional.ofNullable(zip);
    }

    private static Optional<String> read(ZipFile zip, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            return Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // as above
        }
    }
}
