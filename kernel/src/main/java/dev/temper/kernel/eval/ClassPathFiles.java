package dev.temper.kernel.eval;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Shows the compiler the classes of the jars that the kernel was started with. The compiler's own way, to walk through
 * every folder of every jar before the first cell is compiled, takes longer than all the rest of the start.
 *
 * <p>Jars that are added later, and folders, remain the compiler's.
 */
public class ClassPathFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private static final Set<String> CLASS_PATH_OPTIONS = Set.of("-classpath", "-cp", "--class-path");

    private static final String OF_THE_JDK = StandardLocation.SYSTEM_MODULES.getName() + "[";

    /** A package of one of the JDK's modules. */
    private record Listing(String module, String name, Set<JavaFileObject.Kind> kinds) {}

    private final CompletableFuture<JarContents> contents;
    private final Map<Listing, List<JavaFileObject>> packages = new HashMap<>();
    private final IdentityHashMap<JavaFileObject, String> binaryNames = new IdentityHashMap<>();

    private ClassPathFiles(StandardJavaFileManager files, CompletableFuture<JarContents> contents) {
        super(files);
        this.contents = contents.thenApply(known -> {
            try {
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, known.others());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return known;
        });
    }

    /**
     * Shows a compiler the class path of this process. The jars are read in the background, once for all compilers.
     *
     * @param files the compiler's own files
     * @return the files to give to the compiler
     */
    public static StandardJavaFileManager ofThisProcess(StandardJavaFileManager files) {
        return before(files, OfThisProcess.CONTENTS);
    }

    /**
     * As {@link #ofThisProcess}, for JShell, which would walk in the background through each folder of each jar and of
     * the JDK, to know the names of all classes for completions that nobody asks it for.
     */
    static StandardJavaFileManager ofShell(StandardJavaFileManager files) {
        return new ClassPathFiles(files, OfThisProcess.CONTENTS) {
            @Override
            public Iterable<? extends Path> getLocationAsPaths(Location location) {
                return List.of();
            }
        };
    }

    /** Read when it is first asked for. */
    private static final class OfThisProcess {
        static final CompletableFuture<JarContents> CONTENTS = CompletableFuture.supplyAsync(
                () -> new JarContents(System.getProperty("java.class.path"), JarIndex.ofThisProcess()));
    }

    /** Puts itself before the compiler's own files. The contents are waited for when they are first needed. */
    static ClassPathFiles before(StandardJavaFileManager files, CompletableFuture<JarContents> contents) {
        return new ClassPathFiles(files, contents);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location.getName().startsWith(OF_THE_JDK) && !recurse) {
            return inJdk(new Listing(location.getName(), packageName, EnumSet.copyOf(kinds)), location);
        }
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        JarContents known = contents.join();
        List<JavaFileObject> found = new ArrayList<>();
        if (kinds.contains(JavaFileObject.Kind.CLASS)) {
            known.classes(packageName, recurse).forEach(found::add);
        }
        super.list(location, packageName, kinds, recurse).forEach(found::add);
        return found;
    }

    /** The JDK does not change while it runs, and JShell has three compilers that each ask for the same packages. */
    private Iterable<JavaFileObject> inJdk(Listing asked, Location location) throws IOException {
        List<JavaFileObject> known = packages.get(asked);
        if (known == null) {
            List<JavaFileObject> found = new ArrayList<>();
            super.list(location, asked.name, asked.kinds, false).forEach(found::add);
            found.forEach(file -> binaryNames.put(file, super.inferBinaryName(location, file)));
            packages.put(asked, found);
            known = found;
        }
        return known;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof JarClass ours) {
            return ours.binaryName();
        }
        String known = binaryNames.get(file);
        return known == null ? super.inferBinaryName(location, file) : known;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        boolean inJar = a instanceof JarClass || b instanceof JarClass;
        return inJar ? a.equals(b) : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof JarClass ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        if (location == StandardLocation.CLASS_PATH && kind == JavaFileObject.Kind.CLASS) {
            String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
            for (JavaFileObject file : list(location, packageName, Set.of(kind), false)) {
                if (className.equals(inferBinaryName(location, file))) {
                    return file;
                }
            }
        }
        return super.getJavaFileForInput(location, className, kind);
    }

    /** Takes from a class path that is set anew what is known already. */
    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (!CLASS_PATH_OPTIONS.contains(current) || !remaining.hasNext()) {
            return super.handleOption(current, remaining);
        }
        Set<String> known = contents.join().jars();
        String rest = Arrays.stream(remaining.next().split(File.pathSeparator, -1))
                .filter(element -> !known.contains(element))
                .collect(Collectors.joining(File.pathSeparator));
        return super.handleOption(current, List.of(rest).iterator());
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        if (location != StandardLocation.CLASS_PATH) {
            return fileManager.getLocationAsPaths(location);
        }
        List<Path> all = new ArrayList<>();
        contents.join().jars().forEach(jar -> all.add(Path.of(jar)));
        fileManager.getLocationAsPaths(location).forEach(all::add);
        return all;
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return Stream.of(getLocationAsPaths(location))
                .flatMap(paths -> {
                    List<File> files = new ArrayList<>();
                    paths.forEach(path -> files.add(path.toFile()));
                    return files.stream();
                })
                .toList();
    }

    /** As for {@link #handleOption}: a class path that is set anew always has the jars of the start. */
    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        if (location != StandardLocation.CLASS_PATH || files == null) {
            fileManager.setLocation(location, files);
            return;
        }
        Set<String> known = contents.join().jars();
        List<File> rest = new ArrayList<>();
        files.forEach(file -> {
            if (!known.contains(file.getPath())) {
                rest.add(file);
            }
        });
        fileManager.setLocation(location, rest);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }
}
