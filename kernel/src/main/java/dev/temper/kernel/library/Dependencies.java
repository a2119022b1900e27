package dev.temper.kernel.library;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.jspecify.annotations.Nullable;

/**
 * What to resolve.
 *
 * @param wanted the libraries asked for
 * @param managed the versions that their own dependencies must have
 */
record Dependencies(List<Dependency> wanted, List<Dependency> managed) {
    private static final String COMPILE = "compile";
    private static final String RUNTIME = "runtime";
    private static final Exclusion EVERYTHING = new Exclusion("*", "*", "*", "*");

    /** Copies the lists. */
    Dependencies {
        wanted = List.copyOf(wanted);
        managed = List.copyOf(managed);
    }

    static Dependencies of(List<Coordinates> libraries) {
        return new Dependencies(
                libraries.stream()
                        .map(library -> new Dependency(
                                new DefaultArtifact(
                                        library.group(),
                                        library.artifact(),
                                        library.classifier(),
                                        library.extension(),
                                        library.version()),
                                RUNTIME))
                        .toList(),
                List.of());
    }

    static Dependencies of(Model pom, ArtifactTypeRegistry types) {
        return new Dependencies(
                pom.getDependencies().stream()
                        .map(one -> dependency(one, types))
                        .toList(),
                Optional.ofNullable(pom.getDependencyManagement())
                        .map(DependencyManagement::getDependencies)
                        .orElse(List.of())
                        .stream()
                        .map(one -> dependency(one, types))
                        .toList());
    }

    /** The same without what the libraries need themselves. */
    Dependencies withoutTransitive() {
        return new Dependencies(
                wanted.stream()
                        .map(one -> one.setExclusions(List.of(EVERYTHING)))
                        .toList(),
                managed);
    }

    /** Whether a library is needed to run, and not only to compile or to test. */
    static boolean isForRunTime(@Nullable Dependency one) {
        return one != null && (one.getScope().equals(COMPILE) || one.getScope().equals(RUNTIME));
    }

    private static Dependency dependency(org.apache.maven.model.Dependency from, ArtifactTypeRegistry types) {
        Optional<ArtifactType> type = Optional.ofNullable(types.get(from.getType()));
        DefaultArtifact artifact = new DefaultArtifact(
                from.getGroupId(),
                from.getArtifactId(),
                Optional.ofNullable(from.getClassifier())
                        .or(() -> type.map(ArtifactType::getClassifier))
                        .orElse(""),
                type.map(ArtifactType::getExtension).orElse(from.getType()),
                from.getVersion(),
                type.orElse(null));
        return new Dependency(
                artifact,
                Objects.requireNonNullElse(from.getScope(), COMPILE),
                Boolean.parseBoolean(from.getOptional()),
                from.getExclusions().stream()
                        .map(one -> new Exclusion(one.getGroupId(), one.getArtifactId(), "*", "*"))
                        .toList());
    }
}
