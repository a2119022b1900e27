package dev.temper.kernel.library;

import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.impl.RemoteRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;

/** Finds the parents of a pom and the poms that it imports. */
final class PomFinder implements ModelResolver {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final RemoteRepositoryManager manager;
    private List<RemoteRepository> repositories;

    PomFinder(
            RepositorySystem system,
            RepositorySystemSession session,
            RemoteRepositoryManager manager,
            List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.manager = manager;
        this.repositories = List.copyOf(repositories);
    }

    /** Where to look: the repositories given, and those that the poms have named. */
    List<RemoteRepository> repositories() {
        return repositories;
    }

    @Override
    public FileModelSource resolveModel(String group, String artifact, String version)
            throws UnresolvableModelException {
        try {
            Artifact pom = new DefaultArtifact(group, artifact, "pom", version);
            return new FileModelSource(system.resolveArtifact(session, new ArtifactRequest(pom, repositories, null))
                    .getArtifact()
                    .getPath()
                    .toFile());
        } catch (RepositoryException e) {
            throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
        }
    }

    @Override
    public FileModelSource resolveModel(Parent parent) throws UnresolvableModelException {
        parent.setVersion(newest(parent.getGroupId(), parent.getArtifactId(), parent.getVersion()));
        return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public FileModelSource resolveModel(Dependency imported) throws UnresolvableModelException {
        imported.setVersion(newest(imported.getGroupId(), imported.getArtifactId(), imported.getVersion()));
        return resolveModel(imported.getGroupId(), imported.getArtifactId(), imported.getVersion());
    }

    private String newest(String group, String artifact, String version) throws UnresolvableModelException {
        try {
            VersionRangeResult range = system.resolveVersionRange(
                    session,
                    new VersionRangeRequest(new DefaultArtifact(group, artifact, "pom", version), repositories, null));
            if (range.getHighestVersion() == null) {
                throw new UnresolvableModelException("no version is in " + version, group, artifact, version);
            }
            return range.getHighestVersion().toString();
        } catch (RepositoryException e) {
            throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
        }
    }

    @Override
    public void addRepository(Repository repository) {
        addRepository(repository, false);
    }

    @Override
    public void addRepository(Repository added, boolean replace) {
        if (replace) {
            repositories = repositories.stream()
                    .filter(known -> !known.getId().equals(added.getId()))
                    .toList();
        }
        RemoteRepository one = Wishes.withoutCredentials(ArtifactDescriptorUtils.toRemoteRepository(added));
        repositories = manager.aggregateRepositories(session, repositories, List.of(one), true);
    }

    @Override
    public ModelResolver newCopy() {
        return new PomFinder(system, session, manager, repositories);
    }
}
