package dev.temper.kernel.library;

import dev.temper.kernel.magic.MagicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/**
 * Knows which libraries there are, for whoever is typing the name of one. Groups and artifacts are those that were fetched
 * before; versions are those of the repositories too, unless Maven is offline. Nobody waits for it for long: what takes
 * more time is there when it is asked again.
 */
final class Catalogue implements AutoCloseable {
    private static final int MOST = 200;

    private final Surroundings surroundings;
    private final long patienceMillis;
    private final Map<String, CompletableFuture<List<String>>> remoteVersions = new ConcurrentHashMap<>();
    private final ExecutorService looking = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "catalogue");
        thread.setDaemon(true);
        return thread;
    });

    Catalogue(Surroundings surroundings, long patienceMillis) {
        this.surroundings = surroundings;
        this.patienceMillis = patienceMillis;
    }

    /** The coordinates, whole or up to their next part, that begin as what is typed. */
    List<String> beginningWith(String typed) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        String[] parts = typed.split(":", -1);
        if (parts.length > 3 || typed.startsWith("-") || typed.indexOf('/') >= 0) {
            return List.of();
        }
        CompletableFuture<List<String>> fetched =
                CompletableFuture.supplyAsync(() -> fetched(parts), looking).exceptionally(failed -> List.of());
        if (parts.length < 3) {
            return within(end, fetched);
        }
        String library = parts[0] + ":" + parts[1];
        CompletableFuture<List<String>> remote = remoteVersions.computeIfAbsent(
                library, key -> CompletableFuture.supplyAsync(() -> versions(parts[0], parts[1]), looking));
        if (remote.isCompletedExceptionally()) {
            remoteVersions.remove(library); // asked again the next time
        }
        Set<String> all = new LinkedHashSet<>(within(end, fetched));
        all.addAll(within(end, remote.exceptionally(failed -> List.of())));
        return all.stream()
                .sorted(Comparator.comparing(Catalogue::version).reversed())
                .map(version -> library + ":" + version)
                .filter(one -> one.startsWith(typed))
                .toList();
    }

    private static List<String> within(long end, CompletableFuture<List<String>> found) {
        long left = Math.max(0, end - System.nanoTime());
        return found.copy()
                .completeOnTimeout(List.of(), left, TimeUnit.NANOSECONDS)
                .join();
    }

    /** Waits for what is still being looked up, which writes into the local repository. */
    @Override
    public void close() {
        looking.shutdown();
        try {
            if (!looking.awaitTermination(1, TimeUnit.MINUTES)) {
                looking.shutdownNow();
            }
        } catch (InterruptedException e) {
            looking.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Version version(String text) {
        try {
            return new GenericVersionScheme().parseVersion(text);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException(e); // it takes any text
        }
    }

    private List<String> versions(String group, String artifact) {
        Wishes wishes = new Wishes(surroundings.userSettings(), List.of(), false, false, true, false);
        try (Maven maven = new Maven(surroundings, wishes, new Progress())) {
            return maven.versions(group, artifact);
        }
    }

    private List<String> fetched(String[] parts) {
        Path root = localRepository();
        if (parts.length == 1) {
            return groups(root, parts[0]);
        }
        Path group = root.resolve(parts[0].replace('.', '/'));
        return parts.length == 2
                ? inside(group, parts[1])
                        .filter(Catalogue::isLibrary)
                        .map(artifact -> parts[0] + ":" + name(artifact) + ":")
                        .limit(MOST)
                        .toList()
                : inside(group.resolve(parts[1]), parts[2])
                        .filter(Catalogue::isFetched)
                        .map(Catalogue::name)
                        .toList();
    }

    private Path localRepository() {
        try {
            return MavenSettings.read(surroundings, surroundings.userSettings()).localRepository();
        } catch (MagicException e) {
            return surroundings.localRepository(); // the faults of the settings are told when a library is fetched
        }
    }

    /** A folder below which there are libraries is the start of a group; one that holds some is a group. */
    private static List<String> groups(Path root, String typed) {
        int point = typed.lastIndexOf('.');
        String before = typed.substring(0, point + 1);
        return inside(root.resolve(before.replace('.', '/')), typed.substring(point + 1))
                .limit(MOST)
                .flatMap(folder -> {
                    List<Path> below = inside(folder, "").toList();
                    boolean isGroup = below.stream().anyMatch(Catalogue::isLibrary);
                    boolean isStart = below.stream().anyMatch(one -> !isLibrary(one) && !isFetched(one));
                    return Stream.of(isGroup ? ":" : "", isStart && !isLibrary(folder) ? "." : "")
                            .filter(end -> !end.isEmpty())
                            .map(end -> before + name(folder) + end);
                })
                .toList();
    }

    private static boolean isLibrary(Path folder) {
        return inside(folder, "").anyMatch(Catalogue::isFetched);
    }

    /** What was only asked for has left a folder too. */
    private static boolean isFetched(Path version) {
        Path artifact = version.getParent();
        return artifact != null && Files.exists(version.resolve(name(artifact) + "-" + name(version) + ".pom"));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The folders in a folder whose names begin so, sorted. */
    private static Stream<Path> inside(Path folder, String start) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> name(one).startsWith(start) && Files.isDirectory(one)).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty(); // a folder that cannot be read has nothing to offer
        }
    }
}
