package dev.temper.kernel.assist;

import com.sun.source.util.JavacTask;
import dev.temper.kernel.eval.Agent;
import java.io.Writer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Lends compilers. The JDK keeps a pool of them for JShell, in which a used compiler still knows the classes that it has
 * read: that makes an answer take a tenth of the time. The package it is in is closed to others, save to the
 * kernel as its own agent; where it cannot be, each question is asked to a new compiler.
 */
@FunctionalInterface
interface CompilerPool {
    /** Runs work with a compiler that is for the work alone. */
    <T> T run(
            JavaCompiler compiler,
            JavaFileManager files,
            List<String> options,
            JavaFileObject source,
            Function<JavacTask, T> work);

    /** Makes a pool that is empty. */
    static CompilerPool open() {
        return Agent.openCompiler(CompilerPool.class.getModule())
                .<CompilerPool>flatMap(Reused::of)
                .orElseGet(New::new);
    }

    /** A new compiler each time. */
    final class New implements CompilerPool {
        @Override
        public <T> T run(
                JavaCompiler compiler,
                JavaFileManager files,
                List<String> options,
                JavaFileObject source,
                Function<JavacTask, T> work) {
            return work.apply(
                    (JavacTask) compiler.getTask(null, files, diagnostic -> {}, options, null, List.of(source)));
        }
    }

    /** The compilers of the JDK's own pool. */
    final class Reused implements CompilerPool {
        private static final int KEPT = 2; // one that has understood something, and one that only reads

        private final Class<?> workerType;
        private final MethodHandle getTask;

        private Reused(Class<?> workerType, MethodHandle getTask) {
            this.workerType = workerType;
            this.getTask = getTask;
        }

        static Optional<CompilerPool> of(String packageName) {
            try {
                Class<?> type = Class.forName(packageName + ".JavacTaskPool");
                Class<?> worker = Class.forName(type.getName() + "$Worker");
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                Object pool = type.getConstructor(int.class).newInstance(KEPT);
                MethodHandle getTask = lookup.findVirtual(
                        type,
                        "getTask",
                        MethodType.methodType(
                                Object.class,
                                Writer.class,
                                JavaFileManager.class,
                                DiagnosticListener.class,
                                Iterable.class,
                                Iterable.class,
                                Iterable.class,
                                worker));
                return Optional.of(new Reused(worker, getTask.bindTo(pool)));
            } catch (ReflectiveOperationException | LinkageError e) {
                return Optional.empty(); // this JDK has no such pool
            }
        }

        @Override
        @SuppressWarnings("unchecked") // the pool returns what the worker returns
        public <T> T run(
                JavaCompiler compiler,
                JavaFileManager files,
                List<String> options,
                JavaFileObject source,
                Function<JavacTask, T> work) {
            try {
                MethodHandle body = MethodHandles.lookup()
                        .bind(work, "apply", MethodType.methodType(Object.class, Object.class))
                        .asType(MethodType.methodType(Object.class, JavacTask.class));
                return (T) getTask.invoke(
                        (@Nullable Writer) null,
                        files,
                        (DiagnosticListener<JavaFileObject>) diagnostic -> {},
                        (Iterable<String>) options,
                        (@Nullable Iterable<String>) null,
                        (Iterable<JavaFileObject>) List.of(source),
                        MethodHandleProxies.asInterfaceInstance(workerType, body));
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
