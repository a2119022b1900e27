package dev.temper.kernel.library;

import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;

/**
 * How libraries are to be fetched.
 *
 * @param settings the file of the user's own settings
 * @param repositories where to look before the repositories of the settings
 * @param offline whether only what was fetched before may be taken
 * @param update whether snapshots and lists of versions are fetched anew
 * @param transitive whether what a library needs is added with it
 * @param sources whether the sources, or else the Javadoc, are fetched as well
 */
record Wishes(
        Path settings,
        List<RemoteRepository> repositories,
        boolean offline,
        boolean update,
        boolean transitive,
        boolean sources) {
    Wishes {
        repositories = List.copyOf(repositories);
    }

    /** Adds the options that say how. */
    static Usage usage(Usage usage) {
        return usage.with(Option.of(
                        "repo", ValueType.TEXT, "URL or ID=URL of a repository to ask first; several with commas"))
                .with(Option.of("settings", ValueType.PATH, "Maven's settings to use in place of ~/.m2/settings.xml"))
                .with(Option.flag("offline", "take only what was fetched before"))
                .with(Option.flag("update", "look for newer snapshots and versions than were seen today"))
                .with(Option.flag("no-transitive", "leave out what the libraries themselves need"))
                .with(Option.flag(
                        "sources", "fetch the sources too, or else the Javadoc, for what name? and Shift+Tab show"));
    }

    /**
     * Reads those options.
     *
     * @param directory the folder that relative paths start from
     * @throws MagicException with all faults of the repositories
     */
    static Wishes read(Options options, Surroundings surroundings, Path directory) {
        List<String> faults = new ArrayList<>();
        List<RemoteRepository> repositories = new ArrayList<>();
        if (options.has("repo")) {
            for (String typed : options.text("repo").split(",", -1)) {
                repositories.add(repository(typed, directory, faults));
            }
        }
        Path settings =
                options.has("settings") ? directory.resolve(options.path("settings")) : surroundings.userSettings();
        if (options.has("settings") && !Files.isRegularFile(settings)) {
            faults.add("--settings must name a file that exists, but there is no " + settings + ".");
        }
        if (!faults.isEmpty()) {
            throw new MagicException(faults);
        }
        return new Wishes(
                settings,
                repositories,
                options.flag("offline"),
                options.flag("update"),
                !options.flag("no-transitive"),
                options.flag("sources"));
    }

    private static RemoteRepository repository(String typed, Path directory, List<String> faults) {
        int equals = typed.indexOf('=');
        boolean named = equals > 0 && typed.substring(0, equals).matches("[\\w.-]+");
        String address = named ? typed.substring(equals + 1) : typed;
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null || uri.getScheme().length() < 2) {
                uri = directory.resolve(Path.of(address)).toUri();
            }
            String id = named ? typed.substring(0, equals) : "repo-" + Integer.toHexString(uri.hashCode());
            return withoutCredentials(new RemoteRepository.Builder(id, "default", uri.toString()).build());
        } catch (URISyntaxException | IllegalArgumentException e) {
            faults.add("--repo must be URL or ID=URL, but is " + Masked.text(typed));
            return new RemoteRepository.Builder("", "default", "").build();
        }
    }

    /** Takes user and password out of an address, where they would be shown, and keeps them beside it. */
    static RemoteRepository withoutCredentials(RemoteRepository repository) {
        String url = repository.getUrl();
        int start = url.indexOf("://") + 3;
        int slash = url.indexOf('/', start);
        int at = url.lastIndexOf('@', slash < 0 ? url.length() : slash);
        if (start < 3 || at < start) {
            return repository;
        }
        String escaped = url.substring(start, at).replace("@", "%40");
        String[] login = URI.create("x://" + escaped + "@host").getUserInfo().split(":", 2);
        return new RemoteRepository.Builder(repository)
                .setUrl(url.substring(0, start) + url.substring(at + 1))
                .setAuthentication(new AuthenticationBuilder()
                        .addUsername(login[0])
                        .addPassword(login.length > 1 ? login[1] : "")
                        .build())
                .build();
    }
}
