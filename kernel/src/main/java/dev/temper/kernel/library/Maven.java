package dev.temper.kernel.library;

import dev.temper.kernel.library.Resolution.Found;
import dev.temper.kernel.magic.MagicException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingResult;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.util.artifact.SubArtifact;

/** Maven, set up as the user has set it up, for one command. */
final class Maven implements AutoCloseable {
    /** A local repository may lie where files cannot be locked, and no repository is asked for more than files. */
    private static final Map<String, Object> AS_MAVEN_3 = Map.of(
            "aether.syncContext.named.factory",
            "rwlock-local",
            "aether.syncContext.named.nameMapper",
            "gaecv",
            "aether.remoteRepositoryFilter.prefixes",
            false,
            ConfigurationProperties.USER_AGENT,
            "Temper (Maven Resolver; Java " + Runtime.version() + ")");

    private final MavenSettings settings;
    private final Wishes wishes;
    private final MavenParts parts = new MavenParts();
    private final RepositorySystem system = parts.get();
    private final CloseableSession session;
    private final Poms poms;
    private final List<RemoteRepository> repositories;
    private final Notes notes = new Notes();

    Maven(Surroundings surroundings, Wishes wishes, Progress progress) {
        this.wishes = wishes;
        settings = MavenSettings.read(surroundings, wishes.settings());
        settings.warnings().forEach(notes::add);
        SessionBuilder builder = new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositoryBaseDirectories(settings.localRepository())
                .setSystemProperties(surroundings.all())
                .setConfigProperties(AS_MAVEN_3)
                .setTransferListener(progress)
                .setRepositoryListener(notes);
        new Access(settings.settings()).grant(builder);
        if (wishes.offline()) {
            builder.setOffline(true);
        }
        if (wishes.update()) {
            builder.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
        }
        session = builder.build();
        poms = new Poms(parts.getModelBuilder(), surroundings.all(), settings.settings());
        repositories = defaultRepositories();
    }

    private List<RemoteRepository> defaultRepositories() {
        try {
            List<RemoteRepository> all = new ArrayList<>(wishes.repositories());
            poms.defaultRepositories().stream()
                    .map(ArtifactDescriptorUtils::toRemoteRepository)
                    .map(Wishes::withoutCredentials)
                    .forEach(all::add);
            return system.newResolutionRepositories(session, all);
        } catch (ModelBuildingException e) {
            throw new MagicException("Maven's settings are faulty: " + Masked.text(e.getMessage()), e);
        }
    }

    /**
     * Finds libraries and what they need.
     *
     * @throws MagicException when one of them cannot be had
     */
    Resolution resolve(List<Coordinates> libraries) {
        Dependencies dependencies = Dependencies.of(libraries);
        return resolve(wishes.transitive() ? dependencies : dependencies.withoutTransitive(), repositories);
    }

    /**
     * Finds the dependencies of a project.
     *
     * @throws MagicException when its pom is faulty, or a dependency cannot be had
     */
    Resolution resolve(PomText text) {
        PomFinder finder = new PomFinder(system, session, parts.getRemoteRepositoryManager(), repositories);
        Model pom;
        try {
            ModelBuildingResult built = poms.effective(text, finder);
            text.refuseUnknownTags(built.getProblems());
            built.getProblems().stream().map(text::told).forEach(notes::add);
            pom = built.getEffectiveModel();
        } catch (ModelBuildingException e) {
            throw new MagicException(e.getProblems().stream().map(text::told).toList());
        }
        Dependencies dependencies = Dependencies.of(pom, session.getArtifactTypeRegistry());
        return resolve(wishes.transitive() ? dependencies : dependencies.withoutTransitive(), finder.repositories());
    }

    /** The versions of a library that the repositories have, oldest first; none when that cannot be found out. */
    List<String> versions(String group, String artifact) {
        return Alternatives.versions(system, session, repositories, new DefaultArtifact(group, artifact, "jar", "(,)"));
    }

    private Resolution resolve(Dependencies dependencies, List<RemoteRepository> places) {
        dependencies.wanted().stream()
                .filter(one -> !Dependencies.isForRunTime(one))
                .map(one -> Coordinates.of(one.getArtifact()) + " is left out: its scope is " + one.getScope() + ".")
                .forEach(notes::add);
        CollectRequest collect = new CollectRequest(dependencies.wanted(), dependencies.managed(), places);
        try {
            List<Found> found = system
                    .resolveDependencies(
                            session,
                            new DependencyRequest(
                                    collect, (node, parents) -> Dependencies.isForRunTime(node.getDependency())))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .map(artifact -> new Found(Coordinates.of(artifact), artifact.getPath()))
                    .toList();
            noteChosenVersions(dependencies, found);
            return new Resolution(found, notes.all(), places);
        } catch (DependencyResolutionException e) {
            Alternatives alternatives = new Alternatives(system, session, places, settings.localRepository());
            throw new Failure(alternatives, places, whyOffline()).told(e);
        }
    }

    private String whyOffline() {
        if (wishes.offline()) {
            return "Maven is offline, by --offline.";
        }
        return settings.settings().isOffline() ? "Maven is offline, by its settings." : "";
    }

    /** A paper must be reproduced: it needs the versions that were taken, where the cell leaves them open. */
    private void noteChosenVersions(Dependencies dependencies, List<Found> found) {
        for (Dependency wanted : dependencies.wanted()) {
            Coordinates typed = Coordinates.of(wanted.getArtifact());
            found.stream()
                    .map(Found::coordinates)
                    .filter(typed::sameFile)
                    .filter(chosen -> !chosen.version().equals(typed.version()))
                    .map(chosen -> typed.isOpen()
                            ? typed + " is " + chosen.version()
                                    + " today: write that version where others are to get the same."
                            : typed + " is left out, since version " + chosen.version() + " is asked for as well.")
                    .forEach(notes::add);
        }
    }

    /**
     * Puts the sources beside the jars, or the Javadoc where there are none.
     *
     * @return a line for each library that has neither
     */
    List<String> fetchSources(Resolution resolution) {
        List<Artifact> jars = resolution.files().stream()
                .map(Found::coordinates)
                .filter(one -> one.extension().equals("jar") && one.classifier().isEmpty())
                .<Artifact>map(one -> new DefaultArtifact(one.group(), one.artifact(), "sources", "jar", one.version()))
                .toList();
        List<Artifact> withoutSources = missing(jars, resolution.places());
        List<Artifact> pages = withoutSources.stream()
                .<Artifact>map(artifact -> new SubArtifact(artifact, "javadoc", "jar"))
                .toList();
        return missing(pages, resolution.places()).stream()
                .map(artifact -> artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion()
                        + " has neither sources nor Javadoc that can be had.")
                .toList();
    }

    /** Fetches what can be had, and tells what can not. */
    private List<Artifact> missing(List<Artifact> wanted, List<RemoteRepository> places) {
        try {
            system.resolveArtifacts(
                    session,
                    wanted.stream()
                            .map(artifact -> new ArtifactRequest(artifact, places, null))
                            .toList());
            return List.of();
        } catch (ArtifactResolutionException e) {
            return e.getResults().stream()
                    .filter(result -> !result.isResolved())
                    .map(result -> result.getRequest().getArtifact())
                    .toList();
        }
    }

    @Override
    public void close() {
        session.close();
        system.close();
    }
}
