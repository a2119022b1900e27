package dev.temper.kernel.assist;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of this JDK, asked what source means. It writes nothing, and takes source with errors. */
final class Compiler {
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-XDshould-stop.at=FLOW", "-Xlint:none", "-XDallowStringFolding=false");

    private static final List<String> READING = List.of("-proc:none");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(diagnostic -> {}, null, null);
    private CompilerPool pool = CompilerPool.open();

    /** Source that has been read, and the compiler that has read it. */
    record Unit(JavacTask task, CompilationUnitTree tree, String source) {}

    /** Sees more jars and folders from now on. */
    synchronized void addToClassPath(List<Path> more) {
        List<File> path = new ArrayList<>();
        Iterable<? extends File> before = files.getLocation(StandardLocation.CLASS_PATH);
        if (before != null) {
            before.forEach(path::add);
        }
        more.forEach(entry -> path.add(entry.toFile()));
        try {
            files.setLocation(StandardLocation.CLASS_PATH, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pool = CompilerPool.open(); // what was read along the old path must be forgotten
    }

    /** Parses and attributes source. What is handed to the work is of use only within it. */
    synchronized <T> T understood(String source, Function<Unit, T> work) {
        return run(source, OPTIONS, unit -> {
            try {
                unit.task().analyze();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return work.apply(unit);
        });
    }

    /** Only parses source. What is handed to the work is of use only within it. */
    synchronized <T> T read(String source, Function<Unit, T> work) {
        return run(source, READING, work);
    }

    private <T> T run(String source, List<String> options, Function<Unit, T> work) {
        return pool.run(compiler, files, options, new Text(source), task -> {
            try {
                return work.apply(new Unit(task, task.parse().iterator().next(), source));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Source that is in no file. */
    static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String source) {
            super(URI.create("cell:///Cell.java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }

        @Override
        public boolean isNameCompatible(@Nullable String simpleName, @Nullable Kind kind) {
            return true;
        }
    }
}
