package dev.temper.kernel.eval;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which folders of jars hold classes, as a file remembers it from the installation. To open and read the jars
 * themselves would take longer than all else that comes before the first cell. What it says of a jar that has changed
 * since is not believed.
 */
public final class JarIndex {
    private static final String PROPERTY = "temper.jar.index";
    private static final String COLUMN = "\t";

    private final Map<String, List<String>> byPath = new HashMap<>();

    private JarIndex(List<String> lines) {
        for (String line : lines) {
            List<String> columns = List.of(line.split(COLUMN, -1));
            byPath.put(columns.get(0), columns);
        }
    }

    /**
     * Writes the index of a class path.
     *
     * @param arguments the file to write and the class path
     * @throws IOException when a jar cannot be read, or the file not be written
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream log = System.err;
        if (arguments.length != 2) {
            log.println("temper: two arguments must be given, the file to write and the class path, but "
                    + arguments.length + " are");
            System.exit(2);
        }
        write(Path.of(arguments[0]), arguments[1]);
    }

    /** Writes the index of the jars of a class path that name no others. */
    static void write(Path file, String classPath) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String path : classPath.split(File.pathSeparator, -1)) {
            Jar jar = new Jar(path);
            if (path.endsWith(".jar") && !jar.namesOthers()) {
                List<String> columns = new ArrayList<>(List.of(path, stamp(path)));
                columns.addAll(new TreeSet<>(jar.folders()));
                lines.add(String.join(COLUMN, columns));
            }
        }
        Files.write(file, lines);
    }

    /** Reads the file that the system property {@code temper.jar.index} names; empty when there is none. */
    static JarIndex ofThisProcess() {
        @Nullable String file = System.getProperty(PROPERTY);
        return file == null ? none() : read(Path.of(file));
    }

    /** Reads a file; of one that cannot be read, nothing: it saves time, and is needed for nothing else. */
    static JarIndex read(Path file) {
        try {
            return new JarIndex(Files.readAllLines(file));
        } catch (IOException e) {
            return none();
        }
    }

    /** Tells of no jar. */
    static JarIndex none() {
        return new JarIndex(List.of());
    }

    /** The folders of a jar that hold classes; empty when it is not known, or has changed. */
    Optional<List<String>> folders(String path) {
        List<String> columns = byPath.getOrDefault(path, List.of());
        return columns.size() < 2 || !columns.get(1).equals(stamp(path))
                ? Optional.empty()
                : Optional.of(columns.subList(2, columns.size()));
    }

    private static String stamp(String path) {
        File file = new File(path);
        return file.length() + "@" + file.lastModified();
    }
}
