package dev.temper.kernel.library;

import dev.temper.kernel.library.Resolution.Found;
import dev.temper.kernel.magic.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The class path of a notebook. Of a library that is there in two versions, the one that was there first is used. */
final class ClassPath {
    private static final int NAMED = 8;
    private static final String ALL_THERE = "Nothing to add: all of it is on the class path already.";

    private final Workspace workspace;
    private final Set<Path> ofKernel = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(place -> !place.isEmpty())
            .map(place -> Path.of(place).toAbsolutePath().normalize())
            .collect(Collectors.toUnmodifiableSet());

    ClassPath(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What cells can use, in the order in which it is searched. */
    List<Entry> entries() {
        return workspace.classPath().stream().map(Entry::of).toList();
    }

    /** Whether the kernel was started with it. */
    boolean isOfKernel(Entry entry) {
        return ofKernel.contains(entry.path());
    }

    /** Adds what Maven found and is not there yet, and tells of it in a line, and in one more for each oddity. */
    String add(Resolution resolution) {
        List<Entry> entries = entries();
        List<Found> fresh = new ArrayList<>();
        List<String> notes = new ArrayList<>(resolution.notes());
        for (Found found : resolution.files()) {
            Coordinates library = found.coordinates();
            Optional<Entry> there =
                    entries.stream().filter(entry -> entry.holds(library)).findFirst();
            if (library.extension().equals("jar") && there.isEmpty()) {
                fresh.add(found);
            } else if (there.isPresent() && !isSame(there.get(), found)) {
                notes.add(clash(there.get(), library.versionless(), library.version()));
            } else if (there.isEmpty() && !library.extension().equals("pom")) {
                notes.add(library + " is no jar, so it is not on the class path: " + found.path());
            }
        }
        List<String> broken =
                workspace.addToClassPath(fresh.stream().map(Found::path).toList());
        List<String> lines = new ArrayList<>();
        lines.add(fresh.isEmpty() ? ALL_THERE : added(fresh));
        lines.addAll(notes);
        lines.addAll(broken);
        return String.join("\n", lines);
    }

    private static boolean isSame(Entry entry, Found found) {
        return entry.path().equals(found.path())
                || entry.isOf(found.coordinates().version());
    }

    private static String added(List<Found> fresh) {
        String names = fresh.stream()
                .limit(NAMED)
                .map(found -> found.coordinates().artifact() + " "
                        + found.coordinates().version())
                .collect(Collectors.joining(", "));
        String more = fresh.size() > NAMED ? " and " + (fresh.size() - NAMED) + " more, which %classpath lists" : "";
        long bytes = fresh.stream().mapToLong(found -> bytes(found.path())).sum();
        return "Added " + fresh.size() + (fresh.size() == 1 ? " jar (" : " jars (") + Progress.size(bytes) + "): "
                + names + more;
    }

    private static long bytes(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says which of two versions of a library is used. */
    private String clash(Entry there, String library, String version) {
        return isOfKernel(there)
                ? library + ": the kernel's own version " + there.version() + " is used, not " + version + "."
                : library + ": version " + there.version() + " was added before and stays in use, not " + version
                        + "; restart the kernel to change.";
    }

    /** Adds jars and folders, and tells of it in a line, and in one more for each oddity. */
    String add(List<Path> places) {
        List<Entry> before = entries();
        List<Entry> fresh = places.stream()
                .distinct()
                .filter(place -> before.stream().noneMatch(entry -> entry.path().equals(place)))
                .map(Entry::of)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                fresh.isEmpty()
                        ? ALL_THERE
                        : "Added: " + fresh.stream().map(Entry::told).collect(Collectors.joining(", ")));
        for (Entry entry : fresh) {
            before.stream()
                    .filter(entry::isOtherVersionOf)
                    .findFirst()
                    .map(there -> clash(there, entry.artifact(), entry.version()))
                    .ifPresent(lines::add);
        }
        lines.addAll(workspace.addToClassPath(places));
        return String.join("\n", lines);
    }
}
