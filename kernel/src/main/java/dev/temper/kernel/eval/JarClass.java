package dev.temper.kernel.eval;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.jar.JarFile;
import javax.tools.SimpleJavaFileObject;

/** A compiled class in a jar. Two are equal when they are of the same name in the same jar. */
final class JarClass extends SimpleJavaFileObject {
    private final JarFile jar;
    private final String entry;

    /** Takes the jar's place as a URI: to find it out asks the file system, and a package has many classes. */
    JarClass(JarFile jar, String place, String entry) {
        super(URI.create(place + "!/" + entry), Kind.CLASS);
        this.jar = jar;
        this.entry = entry;
    }

    String binaryName() {
        return entry.substring(0, entry.length() - Kind.CLASS.extension.length())
                .replace('/', '.');
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return jar.getInputStream(jar.getJarEntry(entry));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JarClass that
                && entry.equals(that.entry)
                && jar.getName().equals(that.jar.getName());
    }

    @Override
    public int hashCode() {
        return entry.hashCode();
    }
}
