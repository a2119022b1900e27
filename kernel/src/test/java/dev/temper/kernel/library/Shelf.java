package dev.temper.kernel.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A repository of tiny libraries, each of one class that tells its version. */
final class Shelf {
    private final Path folder;
    private final Map<String, Set<String>> versions = new TreeMap<>();

    Shelf(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Puts a library {@code test:NAME:VERSION} here with the class {@code test.NAME}. */
    void put(String name, String version, String... needs) throws IOException {
        put(name, version, dependencies(needs), Map.of());
    }

    /** Puts one here with more in its pom, and more files in its jar. */
    void put(String name, String version, String pom, Map<String, byte[]> more) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(more);
        files.putAll(compiled(
                "test." + name,
                "package test; public class " + name + " { public static String version() { return \"" + version
                        + "\"; } }"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
        write(name, version, ".jar", bytes.toByteArray());
        pom(name, version, pom);
    }

    /** Puts a pom alone here. */
    void pom(String name, String version, String content) throws IOException {
        String pom = "<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId><artifactId>" + name
                + "</artifactId><version>" + version + "</version>" + content + "</project>";
        write(name, version, ".pom", pom.getBytes(StandardCharsets.UTF_8));
        Set<String> all = versions.computeIfAbsent(name, n -> new TreeSet<>());
        all.add(version);
        String listed = all.stream().map(v -> "<version>" + v + "</version>").collect(Collectors.joining());
        Files.writeString(
                folder.resolve("test").resolve(name).resolve("maven-metadata.xml"),
                "<metadata><groupId>test</groupId><artifactId>" + name + "</artifactId><versioning><latest>" + version
                        + "</latest><release>" + version + "</release><versions>" + listed
                        + "</versions></versioning></metadata>");
    }

    /** Puts a file of a library here, with its checksum. */
    void write(String name, String version, String suffix, byte[] content) throws IOException {
        Path file = file(name, version, suffix);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest(content);
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".sha1"),
                    HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file(String name, String version, String suffix) {
        return folder.resolve("test").resolve(name).resolve(version).resolve(name + "-" + version + suffix);
    }

    static String dependencies(String... coordinates) {
        return Stream.of(coordinates)
                .map(one -> one.split(":", 2))
                .map(one -> "<dependency><groupId>test</groupId><artifactId>" + one[0] + "</artifactId><version>"
                        + one[1] + "</version></dependency>")
                .collect(Collectors.joining("", "<dependencies>", "</dependencies>"));
    }

    static Map<String, byte[]> compiled(String type, String source) throws IOException {
        Path work = Files.createTempDirectory("shelf");
        Path file = work.resolve(type.substring(type.lastIndexOf('.') + 1) + ".java");
        Files.writeString(file, source);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        List.of(
                                        "-proc:none",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "-d",
                                        work.toString(),
                                        file.toString())
                                .toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        String name = type.replace('.', '/') + ".class";
        return Map.of(name, Files.readAllBytes(work.resolve(name)));
    }
}
