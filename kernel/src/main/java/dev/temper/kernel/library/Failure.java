package dev.temper.kernel.library;

import dev.temper.kernel.magic.MagicException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Says why libraries cannot be had, where Maven looked, and what may have been meant. */
final class Failure {
    private final Alternatives alternatives;
    private final List<RemoteRepository> places;
    private final String offline;
    private final Set<String> lines = new LinkedHashSet<>();
    private boolean missing;

    /** @param offline why nothing is fetched, empty when it is */
    Failure(Alternatives alternatives, List<RemoteRepository> places, String offline) {
        this.alternatives = alternatives;
        this.places = places;
        this.offline = offline;
    }

    /** Finds the words for what Maven threw. */
    MagicException told(DependencyResolutionException failure) {
        List<ArtifactResult> failed = failure.getResult().getArtifactResults().stream()
                .filter(result -> !result.isResolved())
                .toList();
        if (failed.isEmpty()) {
            Optional.ofNullable(failure.getCause()).ifPresent(this::explain);
        } else {
            failed.forEach(result ->
                    explain(result, neededBy(result, failure.getResult().getRoot())));
        }
        if (missing && !offline.isEmpty()) {
            lines.add(offline + " Only what was fetched before can be had.");
        } else if (missing) {
            lines.add("Asked: " + places.stream().map(Failure::told).collect(Collectors.joining(", ")) + ".");
        }
        return new MagicException(List.copyOf(lines));
    }

    private static String told(RemoteRepository place) {
        return place.getId() + " (" + Masked.text(place.getUrl()) + ")";
    }

    /** Digs down to the exceptions that say most. */
    private void explain(Throwable thrown) {
        if (thrown instanceof DependencyCollectionException collection
                && !collection.getResult().getExceptions().isEmpty()) {
            collection.getResult().getExceptions().forEach(this::explain);
        } else if (thrown instanceof ArtifactResolutionException resolution) {
            resolution.getResults().stream()
                    .filter(result -> !result.isResolved())
                    .forEach(result -> explain(result, ""));
        } else if (thrown instanceof VersionRangeResolutionException range) {
            Artifact artifact = range.getResult().getRequest().getArtifact();
            missing = true;
            lines.add(artifact.getGroupId() + ":" + artifact.getArtifactId() + " has no version within "
                    + artifact.getVersion() + "." + alternatives.to(artifact));
        } else if (thrown instanceof VersionResolutionException version) {
            Artifact artifact = version.getResult().getRequest().getArtifact();
            missing = true;
            lines.add(Coordinates.of(artifact) + " was not found: no version is known." + alternatives.to(artifact));
        } else if (thrown.getCause() != null) {
            explain(thrown.getCause());
        } else {
            lines.add(Masked.text(String.valueOf(thrown.getMessage())));
        }
    }

    private void explain(ArtifactResult result, String neededBy) {
        Artifact artifact = result.getRequest().getArtifact();
        String name = Coordinates.of(artifact) + neededBy;
        List<Exception> causes = result.getExceptions().stream()
                .filter(cause -> !isAbsence(cause))
                .toList();
        if (causes.isEmpty()) {
            missing = true;
            lines.add(name + " was not found." + alternatives.to(artifact));
        }
        causes.forEach(cause -> lines.add(told(name, cause)));
    }

    private static String told(String name, Exception cause) {
        Optional<RemoteRepository> place = cause instanceof ArtifactTransferException transfer
                ? Optional.ofNullable(transfer.getRepository())
                : Optional.empty();
        if (place.isPresent() && place.get().isBlocked()) {
            return name + " was not fetched, for the mirror " + place.get().getId()
                    + " of Maven's settings blocks this repository: mostly, since it is not asked by https.";
        }
        String from = place.map(one -> " from " + told(one)).orElse("");
        Throwable root = root(cause);
        return root instanceof ChecksumFailureException checksum && checksum.getExpected() != null
                ? name + from + " is damaged and was not kept: its checksum (" + checksum.getExpectedKind()
                        + ") must be " + checksum.getExpected() + ", but is " + checksum.getActual() + "."
                : name + " could not be fetched" + from + ": " + reason(cause) + ".";
    }

    private static boolean isAbsence(Exception cause) {
        Throwable root = root(cause);
        return cause instanceof ArtifactNotFoundException
                || root instanceof MetadataNotFoundException
                || root instanceof RepositoryOfflineException;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null
                && !(root instanceof ChecksumFailureException checksum && checksum.getExpected() != null)) {
            root = root.getCause();
        }
        return root;
    }

    /** What went wrong beneath Maven: a failed connection has no message of its own, only its kind. */
    private static String reason(Throwable cause) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Throwable one = cause.getCause(); one != null; one = one.getCause()) {
            String message = Masked.text(one.getMessage());
            boolean repeats = one.getCause() != null
                    && message.contains(String.valueOf(one.getCause().getMessage()));
            reasons.add(message.isEmpty() || repeats ? one.getClass().getSimpleName() : message);
        }
        return reasons.isEmpty() ? Masked.text(cause.getMessage()) : String.join(": ", reasons);
    }

    /** Names the libraries on the way to one that was not asked for itself. */
    private static String neededBy(ArtifactResult result, DependencyNode root) {
        return way(root, result.getRequest().getArtifact())
                .filter(way -> !way.isEmpty())
                .map(way -> ", needed by " + String.join(" by ", way) + ",")
                .orElse("");
    }

    private static Optional<List<String>> way(DependencyNode from, Artifact to) {
        for (DependencyNode child : from.getChildren()) {
            if (Coordinates.of(child.getArtifact()).equals(Coordinates.of(to))) {
                return Optional.of(new ArrayList<>());
            }
            Optional<List<String>> rest = way(child, to);
            if (rest.isPresent()) {
                rest.get().add(Coordinates.of(child.getArtifact()).toString());
                return rest;
            }
        }
        return Optional.empty();
    }
}
