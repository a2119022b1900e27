package dev.temper.kernel.eval;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes of the jars of a class path, by their packages. */
final class JarContents {
    private record Place(JarFile jar, String uri, String entry) {}

    private final Map<String, List<Place>> byPackage = new HashMap<>();
    private final Set<String> jars = new LinkedHashSet<>();
    private final List<String> others = new ArrayList<>();

    /** Reads the tables of contents. What is no jar, or a jar that names others, is left to {@link #others()}. */
    JarContents(String classPath) {
        for (String element : classPath.split(File.pathSeparator, -1)) {
            if (!element.endsWith(".jar") || !take(element)) {
                others.add(element);
            }
        }
    }

    private boolean take(String path) {
        try {
            JarFile jar = new JarFile(new File(path), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
            if (namesOthers(jar)) {
                jar.close();
                return false;
            }
            jars.add(path);
            String uri = Path.of(path).toUri().toString();
            jar.entries().asIterator().forEachRemaining(entry -> add(jar, uri, entry.getName()));
            return true;
        } catch (IOException e) {
            return false; // the compiler itself says what is wrong with it, where that matters
        }
    }

    private static boolean namesOthers(JarFile jar) throws IOException {
        ZipEntry manifest = jar.getEntry(JarFile.MANIFEST_NAME);
        return manifest != null
                && new String(jar.getInputStream(manifest).readAllBytes(), StandardCharsets.UTF_8)
                        .contains("Class-Path:");
    }

    private void add(JarFile jar, String uri, String entry) {
        if (entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
            String folder = entry.substring(0, Math.max(0, entry.lastIndexOf('/')));
            byPackage.computeIfAbsent(folder, name -> new ArrayList<>()).add(new Place(jar, uri, entry));
        }
    }

    /** The classes of a package, of those below it too when asked for. */
    Stream<JarClass> classes(String packageName, boolean below) {
        String folder = packageName.replace('.', '/');
        Stream<List<Place>> places = below
                ? byPackage.entrySet().stream()
                        .filter(entry -> entry.getKey().equals(folder)
                                || folder.isEmpty()
                                || entry.getKey().startsWith(folder + "/"))
                        .map(Map.Entry::getValue)
                : Stream.of(byPackage.getOrDefault(folder, List.of()));
        return places.flatMap(List::stream).map(place -> new JarClass(place.jar, place.uri, place.entry));
    }

    /** The jars whose classes are known, as the class path names them. */
    Set<String> jars() {
        return Collections.unmodifiableSet(jars);
    }

    /** The elements of the class path that are left, in their order. */
    List<Path> others() {
        return others.stream().filter(path -> !path.isEmpty()).map(Path::of).toList();
    }
}
