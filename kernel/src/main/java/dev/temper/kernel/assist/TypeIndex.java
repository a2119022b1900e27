package dev.temper.kernel.assist;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The names of all top-level types, by package. Only names are kept: whether a type is public is for the compiler to tell.
 * It reads the JDK when it is first asked, and the class path in the background.
 */
final class TypeIndex {
    private static final String CLASS = ".class";

    private final Map<String, SortedSet<String>> platform = new TreeMap<>();
    private final Map<String, SortedSet<String>> libraries = new TreeMap<>();
    private final List<CompletableFuture<Void>> reading = new ArrayList<>();
    private boolean started;

    /** Starts reading. */
    synchronized void start() {
        if (!started) {
            started = true;
            readPlatform();
            add(Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                    .filter(entry -> !entry.isEmpty())
                    .map(Path::of)
                    .toList());
        }
    }

    /** Adds jars and folders, in the background. */
    synchronized void add(Collection<Path> classPath) {
        reading.removeIf(CompletableFuture::isDone);
        reading.add(CompletableFuture.runAsync(() -> classPath.forEach(this::read)));
    }

    /** The simple names of the types of a package, sorted, waiting for what is still being read. */
    SortedSet<String> types(String packageName) {
        start();
        synchronized (this) {
            SortedSet<String> known = platform.get(packageName);
            if (known != null) {
                return known;
            }
        }
        await();
        synchronized (this) {
            return new TreeSet<>(libraries.getOrDefault(packageName, new TreeSet<>()));
        }
    }

    /** The names of the packages that begin with a text, as far as they have been read. */
    synchronized List<String> packages(String prefix) {
        start();
        return Stream.of(platform, libraries)
                .flatMap(all -> all.keySet().stream())
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    /** The qualified names of the types whose simple names begin with a text, as far as they have been read. */
    synchronized List<String> qualified(String prefix, int most) {
        start();
        return Stream.of(platform, libraries)
                .flatMap(all -> all.entrySet().stream())
                .filter(entry -> !entry.getKey().isEmpty() && !isInternal(entry.getKey()))
                .flatMap(entry -> entry.getValue().subSet(prefix, prefix + Character.MAX_VALUE).stream()
                        .map(name -> entry.getKey() + "." + name))
                .limit(most)
                .toList();
    }

    private static boolean isInternal(String packageName) {
        return packageName.startsWith("jdk.")
                || packageName.startsWith("com.sun.")
                || packageName.startsWith("sun.")
                || packageName.startsWith("dev.temper.kernel.")
                || packageName.contains(".internal")
                || packageName.contains(".impl")
                || packageName.contains("shaded")
                || packageName.contains("thirdparty")
                || packageName.contains("repackaged");
    }

    /** Waits until all that was added has been read. */
    void await() {
        List<CompletableFuture<Void>> open;
        synchronized (this) {
            open = List.copyOf(reading);
        }
        open.forEach(CompletableFuture::join);
    }

    private void readPlatform() {
        FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (Module module : ModuleLayer.boot().modules()) {
            for (ModuleDescriptor.Exports exports : module.getDescriptor().exports()) {
                if (!exports.isQualified()) {
                    Path folder = image.getPath(
                            "modules", module.getName(), exports.source().replace('.', '/'));
                    readFolder(exports.source(), folder, platform);
                }
            }
        }
    }

    private void read(Path entry) {
        if (Files.isDirectory(entry)) {
            try (Stream<Path> folders = Files.walk(entry)) {
                folders.filter(Files::isDirectory)
                        .forEach(folder -> readFolder(
                                entry.relativize(folder).toString().replace(File.separatorChar, '.'),
                                folder,
                                libraries));
            } catch (IOException | UncheckedIOException e) {
                return; // a folder of the class path that cannot be read offers nothing
            }
        } else if (Files.isRegularFile(entry)) {
            try (JarFile jar = new JarFile(entry.toFile())) {
                jar.stream().forEach(file -> {
                    String name = file.getName();
                    int slash = name.lastIndexOf('/');
                    if (name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
                        String packageName =
                                slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
                        put(packageName, name.substring(slash + 1), libraries);
                    }
                });
            } catch (IOException e) {
                return; // the compiler cannot read it either
            }
        }
    }

    private void readFolder(String packageName, Path folder, Map<String, SortedSet<String>> into) {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(CLASS))
                    .forEach(name -> put(packageName, name, into));
        } catch (IOException e) {
            return; // a package without classes
        }
    }

    private synchronized void put(String packageName, String file, Map<String, SortedSet<String>> into) {
        String name = file.substring(0, file.length() - CLASS.length());
        if (name.indexOf('$') < 0 && name.indexOf('-') < 0) {
            into.computeIfAbsent(packageName, key -> new TreeSet<>()).add(name);
        }
    }
}
