package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.eval.CompileError;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Outcome;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Workspace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Java of a notebook, as its magics see it. */
final class NotebookWorkspace implements Workspace {
    private final JavaSession java;
    private final PartRunner runner;
    private final MagicSession session;
    private final Assistance assistance;
    private final Supplier<Library> library;
    private final List<Path> places =
            new ArrayList<>(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(place -> !place.isEmpty())
                    .map(NotebookWorkspace::real)
                    .toList());

    NotebookWorkspace(
            JavaSession java,
            PartRunner runner,
            MagicSession session,
            Assistance assistance,
            Supplier<Library> library) {
        this.java = java;
        this.runner = runner;
        this.session = session;
        this.assistance = assistance;
        this.library = library;
    }

    @Override
    public @Nullable Object run(String text, int line) throws Exception {
        Outcome outcome = runner.run(text, line);
        if (outcome instanceof Outcome.Value value) {
            return value.value();
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new MagicException(rejected.errors().stream()
                    .map(CompileError::lines)
                    .flatMap(List::stream)
                    .toList());
        }
        if (outcome instanceof Outcome.Stopped stopped) {
            throw new CellStopped(stopped.message());
        }
        if (outcome instanceof Outcome.Thrown thrown) {
            if (thrown.thrown() instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown.thrown();
        }
        return null;
    }

    @Override
    public @Nullable Object run(String text, String source) throws Exception {
        String before = session.enter(source);
        try {
            return run(text, 1);
        } finally {
            session.enter(before);
        }
    }

    @Override
    public Optional<MimeBundle> explain(String source, int detail) {
        return assistance.inspect(source, source.length(), detail);
    }

    @Override
    public List<Variable> variables() {
        return java.variables().stream()
                .map(variable -> new Variable(variable.name(), variable.type(), variable.value()))
                .toList();
    }

    @Override
    public void reset() {
        java.reset();
    }

    @Override
    public synchronized List<Path> classPath() {
        return List.copyOf(places);
    }

    @Override
    public synchronized List<String> addToClassPath(List<Path> added) {
        List<String> missing = added.stream()
                .filter(place -> !Files.exists(place))
                .map(place -> "The class path must have jars or folders that exist, but there is no " + place + ".")
                .toList();
        if (!missing.isEmpty()) {
            throw new MagicException(missing);
        }
        List<Path> fresh = added.stream()
                .map(place -> real(place.toString()))
                .filter(place -> !places.contains(place))
                .distinct()
                .toList();
        java.addToClassPath(fresh);
        places.addAll(fresh);
        return library.get().add(java.loader());
    }

    private static Path real(String place) {
        return Path.of(place).toAbsolutePath().normalize();
    }

    @Override
    public ClassLoader loader() {
        return java.loader();
    }
}
