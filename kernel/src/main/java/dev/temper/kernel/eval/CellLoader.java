package dev.temper.kernel.eval;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.jspecify.annotations.Nullable;

/** Loads all classes of cells by one loader, and by the same those of what is added to the class path. */
final class CellLoader implements LoaderDelegate {
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
    private final Loader loader = new Loader(bytes);

    /** The loader of all that this has loaded. */
    ClassLoader loader() {
        return loader;
    }

    /** The class file of a class of a cell. */
    byte[] code(String name) {
        return Optional.ofNullable(bytes.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " must be loaded, but is not"));
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored")
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        classesRedefined(classes);
        boolean[] done = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                Class<?> type = loader.loadClass(classes[i].name());
                loaded.put(classes[i].name(), type);
                type.getDeclaredMethods(); // resolves what they name: a missing class is told now, not in mid-run
                done[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("cannot load " + classes[i].name() + ": " + e, done);
            }
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes one : classes) {
            bytes.put(one.name(), one.bytecodes());
        }
    }

    @Override
    public void addToClasspath(String places) throws InternalException {
        try {
            for (String place : places.split(File.pathSeparator, -1)) {
                loader.addURL(Path.of(place).toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new InternalException(e.toString());
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> type = loaded.get(name);
        if (type == null) {
            throw new ClassNotFoundException(name);
        }
        return type;
    }

    /** Knows the classes of cells by their bytes, all else by its place. */
    private static final class Loader extends URLClassLoader {
        private final Map<String, byte[]> cells;

        Loader(Map<String, byte[]> cells) {
            super("cells", new URL[0], CellLoader.class.getClassLoader());
            this.cells = cells;
        }

        @Override
        protected void addURL(URL place) { // widened for the class around it
            super.addURL(place);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte @Nullable [] cell = cells.get(name);
            return cell == null ? super.findClass(name) : defineClass(name, cell, 0, cell.length);
        }
    }
}
