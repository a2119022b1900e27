package dev.temper.kernel.library;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;

/**
 * The name of one file of a library.
 *
 * @param group who makes it, such as {@code org.apache.commons}
 * @param artifact the library, such as {@code commons-math3}
 * @param extension the kind of file, mostly {@code jar}
 * @param classifier which of several files, mostly empty
 * @param version its version, or a range of versions
 */
record Coordinates(String group, String artifact, String extension, String classifier, String version) {
    static final String FORM = "group:artifact:version, or group:artifact:extension:version, or"
            + " group:artifact:extension:classifier:version";

    private static final Pattern NAME = Pattern.compile("[\\w.-]+");
    private static final Pattern VERSION = Pattern.compile("[^\\s/\\\\:]+");

    /**
     * Reads coordinates as they are typed.
     *
     * @param faults takes a line when they are wrong
     */
    static Coordinates parse(String typed, List<String> faults) {
        String[] parts = typed.split(":", -1);
        int count = parts.length;
        String group = parts[0];
        String artifact = count > 1 ? parts[1] : "";
        String version = parts[count - 1];
        boolean named = count >= 2
                && NAME.matcher(group).matches()
                && NAME.matcher(artifact).matches();
        if (named && count == 2) {
            faults.add(typed + " must end in a version: write " + typed
                    + ":VERSION, where LATEST takes the newest there is.");
        } else if (named && count == 4 && parts[2].matches("\\d.*")) {
            faults.add(typed + " must have its version last: write " + group + ":" + artifact + ":jar:" + version + ":"
                    + parts[2] + " for the classifier " + version + ".");
        } else if (!named
                || count > 5
                || !VERSION.matcher(version).matches()
                || (count > 3 && !NAME.matcher(parts[2]).matches())) {
            faults.add(typed + " must be written as " + FORM + ".");
        }
        return new Coordinates(group, artifact, count > 3 ? parts[2] : "jar", count > 4 ? parts[3] : "", version);
    }

    static Coordinates of(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getExtension(),
                artifact.getClassifier(),
                artifact.getVersion());
    }

    /** Whether both name the same file of a library, in whatever version. */
    boolean sameFile(Coordinates other) {
        return versionless().equals(other.versionless());
    }

    /** All but the version. */
    String versionless() {
        String kind = extension.equals("jar") && classifier.isEmpty() ? "" : ":" + extension;
        return group + ":" + artifact + kind + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** Whether the version leaves open which one is taken. */
    boolean isOpen() {
        return version.startsWith("[")
                || version.startsWith("(")
                || version.equals("LATEST")
                || version.equals("RELEASE")
                || version.endsWith("-SNAPSHOT");
    }

    @Override
    public String toString() {
        return versionless() + ":" + version;
    }
}
