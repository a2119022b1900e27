package dev.temper.kernel.assist;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.temper.kernel.eval.ClassPathFiles;
import dev.temper.kernel.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of this JDK, asked what source means. It writes nothing, and takes source with errors. */
final class Compiler {
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-XDshould-stop.at=FLOW", "-Xlint:none", "-XDallowStringFolding=false");

    private static final List<String> READING = List.of("-proc:none");

    private final List<File> added = new ArrayList<>();
    private @Nullable Tools tools;

    /** What it works with. Made when it is first asked: the start of the kernel must not wait for it. */
    private record Tools(JavaCompiler compiler, StandardJavaFileManager files, CompilerPool pool) {
        static Tools of(List<File> added) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StandardJavaFileManager files =
                    ClassPathFiles.ofThisProcess(compiler.getStandardFileManager(diagnostic -> {}, null, null));
            List<File> path = new ArrayList<>();
            Iterable<? extends File> before = files.getLocation(StandardLocation.CLASS_PATH);
            if (before != null) {
                before.forEach(path::add);
            }
            path.addAll(added);
            try {
                files.setLocation(StandardLocation.CLASS_PATH, path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Tools(compiler, files, CompilerPool.open());
        }
    }

    /** Source that has been read, and the compiler that has read it. */
    record Unit(JavacTask task, CompilationUnitTree tree, String source) {}

    /** Sees more jars and folders from now on, and forgets what it has read without them. */
    synchronized void addToClassPath(List<Path> more) {
        more.forEach(entry -> added.add(entry.toFile()));
        if (tools != null) {
            try {
                tools.files.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            tools = null;
        }
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
        Tools with = tools == null ? Tools.of(added) : tools;
        tools = with;
        return with.pool.run(with.compiler, with.files, options, new SourceText(source), task -> {
            try {
                return work.apply(new Unit(task, task.parse().iterator().next(), source));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
