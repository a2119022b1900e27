package dev.temper.kernel.library;

import dev.temper.kernel.magic.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;

/** What may have been meant by a library that is not there. */
final class Alternatives {
    private static final int SOME = 5;

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> places;
    private final Path localRepository;

    Alternatives(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> places,
            Path localRepository) {
        this.system = system;
        this.session = session;
        this.places = places;
        this.localRepository = localRepository;
    }

    /** One or more sentences after a space; empty when nothing is near. */
    String to(Artifact missing) {
        List<String> versions = versions(missing);
        if (!versions.isEmpty()) {
            String all = versions.stream().limit(SOME).collect(Collectors.joining(", "));
            return " Its versions are, newest first: " + all + (versions.size() > SOME ? " and older ones." : ".");
        }
        Path group = localRepository.resolve(missing.getGroupId().replace('.', '/'));
        return Spelling.nearest(missing.getArtifactId(), names(group))
                .map(near -> " Did you mean " + missing.getGroupId() + ":" + near + "?")
                .orElse("");
    }

    private List<String> versions(Artifact missing) {
        Artifact any = new DefaultArtifact(
                missing.getGroupId(), missing.getArtifactId(), missing.getClassifier(), missing.getExtension(), "(,)");
        List<String> known = new ArrayList<>(versions(system, session, places, any));
        Collections.reverse(known);
        return known;
    }

    /** The versions within a range, oldest first; none when they cannot be found out. */
    static List<String> versions(
            RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> places, Artifact range) {
        try {
            return system
                    .resolveVersionRange(session, new VersionRangeRequest(range, places, null))
                    .getVersions()
                    .stream()
                    .map(Version::toString)
                    .toList();
        } catch (VersionRangeResolutionException e) {
            return List.of(); // no hint then; the failure itself is told anyway
        }
    }

    /** The artifacts of a group that were fetched before; what was only asked for has left a folder too. */
    private static List<String> names(Path group) {
        return list(group).stream()
                .filter(Alternatives::isFetched)
                .map(Alternatives::name)
                .toList();
    }

    private static boolean isFetched(Path artifact) {
        return list(artifact).stream()
                .anyMatch(version -> Files.exists(version.resolve(name(artifact) + "-" + name(version) + ".pom")));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList();
        } catch (IOException e) {
            return List.of(); // no hint then; the failure itself is told anyway
        }
    }
}
