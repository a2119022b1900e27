package dev.temper.kernel.library;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.RepositoryEvent;

/** Gathers what the user is to know. A line is told once. */
final class Notes extends AbstractRepositoryListener {
    private final Collection<String> lines = new LinkedHashSet<>();

    synchronized void add(String line) {
        lines.add(line);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void artifactDescriptorMissing(RepositoryEvent event) {
        add(Coordinates.of(event.getArtifact()) + " has no pom: what it needs is not known, and not added.");
    }

    @Override
    public void artifactDescriptorInvalid(RepositoryEvent event) {
        add(Coordinates.of(event.getArtifact()) + " has a faulty pom, so what it needs is not added: "
                + Masked.text(event.getException().getMessage()));
    }
}
