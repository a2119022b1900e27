package dev.temper.kernel.library;

import dev.temper.kernel.magic.MagicException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.building.SettingsBuildingResult;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/**
 * What the user has set for Maven: the settings of the installed Maven and the user's own, merged, with passwords in
 * clear.
 *
 * @param settings the settings
 * @param localRepository the folder of what Maven has fetched
 * @param warnings what is odd about them, a line each
 */
record MavenSettings(Settings settings, Path localRepository, List<String> warnings) {
    /** Copies the warnings. */
    MavenSettings {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the settings.
     *
     * @param user the file of the user's own settings
     * @throws MagicException when one cannot be read, with all faults
     */
    static MavenSettings read(Surroundings surroundings, Path user) {
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(surroundings.all());
        surroundings.globalSettings().map(Path::toFile).ifPresent(request::setGlobalSettingsFile);
        if (Files.exists(user)) {
            request.setUserSettingsFile(user.toFile());
        }
        SettingsBuildingResult result;
        try {
            result = new DefaultSettingsBuilderFactory().newInstance().build(request);
        } catch (SettingsBuildingException e) {
            throw new MagicException(
                    e.getProblems().stream().map(MavenSettings::told).toList());
        }
        List<String> warnings = new ArrayList<>(
                result.getProblems().stream().map(MavenSettings::told).toList());
        Settings settings = result.getEffectiveSettings();
        decrypt(settings, surroundings, warnings);
        return new MavenSettings(settings, localRepository(settings, surroundings), warnings);
    }

    private static String told(SettingsProblem problem) {
        return "Maven's settings, " + problem.getLocation() + ": " + Masked.text(problem.getMessage());
    }

    private static void decrypt(Settings settings, Surroundings surroundings, List<String> warnings) {
        DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(new DefaultPlexusCipher());
        dispatcher.setConfigurationFile(surroundings
                .properties()
                .getProperty(
                        "settings.security",
                        surroundings
                                .home()
                                .resolve(".m2")
                                .resolve("settings-security.xml")
                                .toString()));
        SettingsDecryptionResult clear =
                new DefaultSettingsDecrypter(dispatcher).decrypt(new DefaultSettingsDecryptionRequest(settings));
        settings.setServers(clear.getServers());
        settings.setProxies(clear.getProxies());
        clear.getProblems().stream().map(MavenSettings::told).forEach(warnings::add);
    }

    private static Path localRepository(Settings settings, Surroundings surroundings) {
        return Optional.ofNullable(surroundings.properties().getProperty("maven.repo.local"))
                .or(() -> Optional.ofNullable(settings.getLocalRepository()))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).toAbsolutePath())
                .orElseGet(surroundings::localRepository);
    }
}
