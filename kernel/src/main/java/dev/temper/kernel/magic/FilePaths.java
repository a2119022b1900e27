package dev.temper.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files that a path may mean that is being typed. */
public final class FilePaths {
    private static final int MOST = 500;

    private FilePaths() {}

    /**
     * Lists the files whose paths begin as what is typed.
     *
     * @param typed the path so far, from the folder that the kernel works in unless it begins with a slash
     * @return the paths, folders with a slash at their end; hidden files only when a point is typed
     */
    public static List<String> beginningWith(String typed) {
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        String start = typed.substring(slash + 1);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.map(file -> Optional.ofNullable(file.getFileName())
                                    .map(Path::toString)
                                    .orElse("")
                            + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> name.startsWith(start) && (name.startsWith(".") == start.startsWith(".")))
                    .sorted()
                    .limit(MOST)
                    .map(name -> folder + name)
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // a folder that is not there has nothing to offer
        }
    }
}
