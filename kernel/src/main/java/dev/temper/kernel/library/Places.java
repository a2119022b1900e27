package dev.temper.kernel.library;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The jars and folders that a user means by a path, which may hold {@code *} and {@code **}. */
final class Places {
    private Places() {}

    /**
     * Finds them.
     *
     * @param directory the folder that a relative path starts from
     * @param faults takes a line for each that is not there or is of no use
     */
    static List<Path> of(String typed, Path directory, List<String> faults) {
        String home = System.getProperty("user.home");
        String path = typed.equals("~") || typed.startsWith("~/") ? home + typed.substring(1) : typed;
        try {
            int star = path.indexOf('*');
            List<Path> found =
                    star < 0 ? List.of(directory.resolve(path).normalize()) : matching(path, star, directory);
            if (found.isEmpty()) {
                faults.add("The class path must have jars or folders that exist, but there is nothing like " + typed
                        + " in " + directory + ".");
            }
            found.forEach(place -> check(place, faults));
            return found;
        } catch (InvalidPathException | PatternSyntaxException | IOException e) {
            faults.add("The class path cannot have " + typed + ": " + e.getMessage());
            return List.of();
        }
    }

    private static List<Path> matching(String path, int star, Path directory) throws IOException {
        int slash = path.lastIndexOf('/', star);
        Path from =
                directory.resolve(slash < 0 ? "" : path.substring(0, slash + 1)).normalize();
        PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + path.substring(slash + 1));
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        int depth = path.contains("**")
                ? Integer.MAX_VALUE
                : path.substring(slash + 1).split("/").length;
        try (Stream<Path> all = Files.walk(from, depth)) {
            return all.filter(one -> pattern.matches(from.relativize(one)))
                    .sorted()
                    .toList();
        }
    }

    private static void check(Path place, List<String> faults) {
        if (Files.notExists(place)) {
            faults.add("The class path must have jars or folders that exist, but there is no " + place + ".");
        } else if (!Files.isDirectory(place)) {
            try (ZipFile jar = new ZipFile(place.toFile())) {
                jar.size();
            } catch (IOException e) {
                faults.add("The class path must have jars or folders, but " + place + " is no jar: " + e.getMessage());
            }
        }
    }
}
