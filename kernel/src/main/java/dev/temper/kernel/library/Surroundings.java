package dev.temper.kernel.library;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where Maven finds what its user has set.
 *
 * @param home the user's home folder
 * @param properties the system properties
 * @param environment the environment variables
 */
record Surroundings(Path home, Properties properties, Map<String, String> environment) {
    /** Those of this process. */
    static Surroundings ofThisProcess() {
        return new Surroundings(
                Path.of(System.getProperty("user.home")), System.getProperties(), Map.copyOf(System.getenv()));
    }

    /** The user's own settings, which need not exist. */
    Path userSettings() {
        return home.resolve(".m2").resolve("settings.xml");
    }

    /** The settings of the Maven that is installed, empty when none is. */
    Optional<Path> globalSettings() {
        return Stream.of("MAVEN_HOME", "M2_HOME")
                .map(environment::get)
                .filter(Objects::nonNull)
                .map(Path::of)
                .findFirst()
                .or(this::mavenOnPath)
                .map(maven -> maven.resolve("conf").resolve("settings.xml"))
                .filter(Files::isRegularFile);
    }

    private Optional<Path> mavenOnPath() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Surroundings::real)
                .flatMap(mvn -> Optional.ofNullable(mvn.getParent()))
                .flatMap(bin -> Optional.ofNullable(bin.getParent()));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system properties and, as {@code env.NAME}, the environment: what poms and settings may name. */
    Properties all() {
        Properties all = new Properties();
        environment.forEach((name, value) -> all.setProperty("env." + name, value));
        properties.stringPropertyNames().forEach(name -> all.setProperty(name, properties.getProperty(name)));
        return all;
    }

    /** The folder of what Maven has fetched, unless the settings name another. */
    Path localRepository() {
        return home.resolve(".m2").resolve("repository");
    }
}
