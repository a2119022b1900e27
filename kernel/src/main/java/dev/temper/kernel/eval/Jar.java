package dev.temper.kernel.eval;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar that is opened when its classes are first asked for. */
final class Jar {
    /** What is known of an open jar: its classes' entries by folder. */
    private record Opened(JarFile file, String uri, Map<String, List<String>> entries) {}

    private final String path;
    private @Nullable Opened opened;

    Jar(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Whether its manifest puts other jars on the class path. */
    boolean namesOthers() throws IOException {
        JarFile file = opened().file;
        ZipEntry manifest = file.getEntry(JarFile.MANIFEST_NAME);
        return manifest != null
                && new String(file.getInputStream(manifest).readAllBytes(), StandardCharsets.UTF_8)
                        .contains("Class-Path:");
    }

    /** The folders that hold classes. */
    Set<String> folders() throws IOException {
        return opened().entries.keySet();
    }

    /** The classes of a folder. */
    Stream<JarClass> classes(String folder) {
        try {
            Opened now = opened();
            return now.entries.getOrDefault(folder, List.of()).stream()
                    .map(entry -> new JarClass(now.file, now.uri, entry));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read any more: restart the kernel", e);
        }
    }

    private synchronized Opened opened() throws IOException {
        if (opened == null) {
            JarFile file = new JarFile(new File(path), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
            Map<String, List<String>> entries = new HashMap<>();
            file.entries().asIterator().forEachRemaining(entry -> add(entry.getName(), entries));
            opened = new Opened(file, Path.of(path).toUri().toString(), entries);
        }
        return opened;
    }

    private static void add(String entry, Map<String, List<String>> entries) {
        if (entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
            String folder = entry.substring(0, Math.max(0, entry.lastIndexOf('/')));
            entries.computeIfAbsent(folder, name -> new ArrayList<>()).add(entry);
        }
    }
}
