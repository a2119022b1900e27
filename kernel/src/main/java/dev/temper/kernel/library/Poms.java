package dev.temper.kernel.library;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationFile;
import org.apache.maven.model.ActivationOS;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Repository;
import org.apache.maven.model.RepositoryPolicy;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingResult;
import org.apache.maven.model.building.ModelSource2;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Makes poms effective: parents, properties, managed versions and imported ones, and the profiles of the settings. */
final class Poms {
    private static final String EMPTY = "<project><modelVersion>4.0.0</modelVersion><groupId>notebook</groupId>"
            + "<artifactId>cell</artifactId><version>0</version></project>";

    private final ModelBuilder builder;
    private final Properties properties;
    private final Settings settings;

    Poms(ModelBuilder builder, Properties properties, Settings settings) {
        this.builder = builder;
        this.properties = properties;
        this.settings = settings;
    }

    /** The repositories of a project that names none: those of the settings' active profiles, and Maven's own. */
    List<Repository> defaultRepositories() throws ModelBuildingException {
        return builder.build(request().setModelSource(new TextSource(EMPTY)))
                .getEffectiveModel()
                .getRepositories();
    }

    /** Makes a pom effective. */
    ModelBuildingResult effective(PomText text, ModelResolver resolver) throws ModelBuildingException {
        ModelBuildingRequest request = request().setModelResolver(resolver);
        text.file()
                .map(Path::toFile)
                .ifPresentOrElse(request::setPomFile, () -> request.setModelSource(new TextSource(text.xml())));
        return builder.build(request);
    }

    private ModelBuildingRequest request() {
        return new DefaultModelBuildingRequest()
                .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MAVEN_2_0)
                .setProcessPlugins(false)
                .setTwoPhaseBuilding(false)
                .setLocationTracking(true)
                .setSystemProperties(properties)
                .setProfiles(settings.getProfiles().stream().map(Poms::profile).toList())
                .setActiveProfileIds(new ArrayList<>(settings.getActiveProfiles()));
    }

    private static Profile profile(org.apache.maven.settings.Profile from) {
        Profile profile = new Profile();
        profile.setId(from.getId());
        profile.setSource("settings.xml");
        profile.setProperties(from.getProperties());
        from.getRepositories().stream().map(Poms::repository).forEach(profile::addRepository);
        Optional.ofNullable(from.getActivation()).map(Poms::activation).ifPresent(profile::setActivation);
        return profile;
    }

    private static Activation activation(org.apache.maven.settings.Activation from) {
        Activation activation = new Activation();
        activation.setActiveByDefault(from.isActiveByDefault());
        activation.setJdk(from.getJdk());
        Optional.ofNullable(from.getOs()).ifPresent(os -> {
            ActivationOS to = new ActivationOS();
            to.setName(os.getName());
            to.setFamily(os.getFamily());
            to.setArch(os.getArch());
            to.setVersion(os.getVersion());
            activation.setOs(to);
        });
        Optional.ofNullable(from.getProperty()).ifPresent(property -> {
            ActivationProperty to = new ActivationProperty();
            to.setName(property.getName());
            to.setValue(property.getValue());
            activation.setProperty(to);
        });
        Optional.ofNullable(from.getFile()).ifPresent(file -> {
            ActivationFile to = new ActivationFile();
            to.setExists(file.getExists());
            to.setMissing(file.getMissing());
            activation.setFile(to);
        });
        return activation;
    }

    private static Repository repository(org.apache.maven.settings.Repository from) {
        Repository repository = new Repository();
        repository.setId(from.getId());
        repository.setName(from.getName());
        repository.setUrl(from.getUrl());
        repository.setLayout(from.getLayout());
        Optional.ofNullable(from.getReleases()).map(Poms::policy).ifPresent(repository::setReleases);
        Optional.ofNullable(from.getSnapshots()).map(Poms::policy).ifPresent(repository::setSnapshots);
        return repository;
    }

    private static RepositoryPolicy policy(org.apache.maven.settings.RepositoryPolicy from) {
        RepositoryPolicy policy = new RepositoryPolicy();
        policy.setEnabled(from.isEnabled());
        policy.setUpdatePolicy(from.getUpdatePolicy());
        policy.setChecksumPolicy(from.getChecksumPolicy());
        return policy;
    }

    /** A pom that lies nowhere. */
    private record TextSource(String text) implements ModelSource2 {
        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getLocation() {
            return "the pom";
        }

        @Override
        public @Nullable URI getLocationURI() {
            return null;
        }

        @Override
        public @Nullable ModelSource2 getRelatedSource(String path) {
            return null;
        }
    }
}
