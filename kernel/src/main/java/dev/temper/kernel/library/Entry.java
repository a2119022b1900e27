package dev.temper.kernel.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * A place on the class path. What cannot be seen of it is empty.
 *
 * @param path the jar or the folder
 * @param group who makes the library
 * @param artifact the library
 * @param version its version; where only the file name is known, with the classifier
 */
record Entry(Path path, String group, String artifact, String version) {
    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d.*)\\.jar");
    private static final Pattern PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    /** Finds out what stands at a place: by the pom beside it, by what it says of itself, or by its name. */
    static Entry of(Path path) {
        String file = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path)) {
            return new Entry(path, "", "", "");
        }
        return byPlace(path, file)
                .or(() -> byItself(path, file))
                .or(() -> Optional.of(FILE.matcher(file))
                        .filter(Matcher::matches)
                        .map(name -> new Entry(path, "", name.group(1), name.group(2))))
                .orElseGet(() -> new Entry(path, "", "", ""));
    }

    /** In a local repository of Maven's, the folders are called as the library and its version. */
    private static Optional<Entry> byPlace(Path path, String file) {
        Path folder = path.getParent();
        Path library = folder == null ? null : folder.getParent();
        if (folder == null || library == null) {
            return Optional.empty();
        }
        String version = String.valueOf(folder.getFileName());
        String artifact = String.valueOf(library.getFileName());
        Path pom = folder.resolve(artifact + "-" + version + ".pom");
        return file.startsWith(artifact + "-") && Files.isRegularFile(pom)
                ? group(pom).map(group -> new Entry(path, group, artifact, version))
                : Optional.empty();
    }

    private static Optional<String> group(Path pom) {
        try (InputStream in = Files.newInputStream(pom)) {
            Model model = new MavenXpp3Reader().read(in, false);
            return Optional.ofNullable(model.getGroupId())
                    .or(() -> Optional.ofNullable(model.getParent()).map(Parent::getGroupId));
        } catch (IOException | XmlPullParserException e) {
            return Optional.empty(); // then the jar is asked
        }
    }

    /** Maven writes coordinates into the jars it makes; one that holds several libraries is called as one of them. */
    private static Optional<Entry> byItself(Path path, String file) {
        try (JarFile jar = new JarFile(path.toFile())) {
            List<JarEntry> told = jar.stream()
                    .filter(entry -> PROPERTIES.matcher(entry.getName()).matches())
                    .toList();
            for (JarEntry entry : told) {
                Properties properties = new Properties();
                try (InputStream in = jar.getInputStream(entry)) {
                    properties.load(in);
                }
                String artifact = properties.getProperty("artifactId", "");
                String version = properties.getProperty("version", "");
                if (told.size() == 1 || file.startsWith(artifact + "-" + version)) {
                    return Optional.of(new Entry(path, properties.getProperty("groupId", ""), artifact, version));
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // no jar, or a broken one: its name is all there is
        }
    }

    /** Whether this holds a file of a library, in whatever version. */
    boolean holds(Coordinates library) {
        if (!artifact.equals(library.artifact())) {
            return false;
        }
        return group.isEmpty()
                ? library.classifier().isEmpty() || version.endsWith("-" + library.classifier())
                : group.equals(library.group()) && classifier().equals(library.classifier());
    }

    /** Whether this is of that very version. */
    boolean isOf(String otherVersion) {
        return version.equals(otherVersion) || (group.isEmpty() && version.startsWith(otherVersion + "-"));
    }

    /** Whether this holds a library in another version than other code does. */
    boolean isOtherVersionOf(Entry other) {
        return !artifact.isEmpty()
                && artifact.equals(other.artifact)
                && (group.isEmpty() || other.group.isEmpty() || group.equals(other.group))
                && classifier().equals(other.classifier())
                && !version.equals(other.version);
    }

    private String classifier() {
        String file = String.valueOf(path.getFileName());
        String plain = artifact + "-" + version;
        int end = file.lastIndexOf('.');
        return file.startsWith(plain + "-") && end > plain.length() ? file.substring(plain.length() + 1, end) : "";
    }

    /** Its coordinates as far as they are known, or else its file name. */
    String told() {
        return artifact.isEmpty()
                ? String.valueOf(path.getFileName())
                : (group.isEmpty() ? "" : group + ":") + artifact + (version.isEmpty() ? "" : ":" + version);
    }
}
