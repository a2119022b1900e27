package dev.temper.kernel.eval;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of the jars of a class path, by their packages. */
final class JarContents {
    private final List<Jar> jars = new ArrayList<>();
    private final Map<String, List<Jar>> byFolder = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    /** Opens those jars that the index does not tell of. What is no jar, or names others, is left to {@link #others()}. */
    JarContents(String classPath, JarIndex index) {
        for (String element : classPath.split(File.pathSeparator, -1)) {
            if (!element.endsWith(".jar") || !take(element, index)) {
                others.add(element);
            }
        }
    }

    private boolean take(String path, JarIndex index) {
        try {
            Jar jar = new Jar(path);
            Optional<List<String>> remembered = index.folders(path);
            if (remembered.isEmpty() && jar.namesOthers()) {
                return false;
            }
            Collection<String> folders = remembered.isPresent() ? remembered.get() : jar.folders();
            jars.add(jar);
            folders.forEach(folder ->
                    byFolder.computeIfAbsent(folder, name -> new ArrayList<>(1)).add(jar));
            return true;
        } catch (IOException e) {
            return false; // the compiler itself says what is wrong with it, where that matters
        }
    }

    /** The classes of a package, of those below it too when asked for. */
    Stream<JarClass> classes(String packageName, boolean below) {
        String folder = packageName.replace('.', '/');
        Stream<String> folders = below
                ? byFolder.keySet().stream()
                        .filter(name -> name.equals(folder) || folder.isEmpty() || name.startsWith(folder + "/"))
                : Stream.of(folder);
        return folders.flatMap(
                name -> byFolder.getOrDefault(name, List.of()).stream().flatMap(jar -> jar.classes(name)));
    }

    /** The jars whose classes are known, as the class path names them. */
    Set<String> jars() {
        return jars.stream().map(Jar::path).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The elements of the class path that are left, in their order. */
    List<Path> others() {
        return others.stream().filter(path -> !path.isEmpty()).map(Path::of).toList();
    }
}
