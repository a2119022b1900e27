package dev.temper.kernel.eval;

import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.eval.stop.UserThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One session of Java. What it runs and what it is asked about takes turns, save {@link #interrupt()}, which any thread
 * may call at any time.
 *
 * <p>The session makes itself ready in the background; the first call waits for it.
 */
public final class JavaSession implements AutoCloseable {
    private static final String EARLIER = "import static " + Earlier.class.getName() + ".*;";

    private static final long MILLIS_FOR_READINESS = 500;

    /**
     * A variable.
     *
     * @param name its name
     * @param type its declared type, as source
     * @param value its live value
     */
    public record Variable(
            String name, String type, @Nullable Object value) {}

    private final UserThread thread = new UserThread();
    private final ReentrantLock turn = new ReentrantLock();
    private final CompletableFuture<Engine> engine = new CompletableFuture<>();
    private final Declarations declarations;
    private final List<Path> classPath = new CopyOnWriteArrayList<>();

    private volatile boolean asked;

    private JavaSession(List<String> imports) {
        declarations = new Declarations(imports);
    }

    /**
     * Starts a session.
     *
     * @param imports import declarations to begin with
     * @return the session, at once
     */
    public static JavaSession start(List<String> imports) {
        List<String> all = Stream.concat(Stream.of(EARLIER), imports.stream()).toList();
        JavaSession session = new JavaSession(all);
        Thread starter = new Thread(() -> session.build(all), "java-start");
        starter.setDaemon(true);
        starter.start();
        return session;
    }

    private void build(List<String> imports) {
        try {
            Engine started = Engine.start(imports, thread, declarations);
            engine.complete(started);
            warmUp(started);
        } catch (RuntimeException | Error e) {
            engine.completeExceptionally(e); // whoever asks for the first cell is told
        }
    }

    private void warmUp(Engine started) {
        Iterator<String> cells = WarmUp.cells().iterator();
        while (!asked && cells.hasNext() && turn.tryLock()) {
            try {
                started.runner().run(cells.next(), new Origin(0, 1));
                WarmUp.clear(started.shell());
            } finally {
                turn.unlock();
            }
        }
    }

    /** Takes a turn. Code of a running cell is within the turn of its cell. */
    private <T> T inTurn(Function<Engine, T> work) {
        asked = true;
        Engine parts = engine.join();
        if (thread.isCurrent()) {
            return work.apply(parts);
        }
        turn.lock();
        try {
            return work.apply(parts);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Tells what the session could not be started with as it was asked to.
     *
     * @return a line for each fault, none when there is none
     */
    public List<String> faults() {
        return engine.join().faults();
    }

    /** Begins a cell: what is run from now on can be interrupted. */
    public void beginCell() {
        asked = true;
        thread.begin();
    }

    /** Ends the cell: an interrupt that comes from now on is for nobody. */
    public void endCell() {
        thread.end();
    }

    /** Stops the running cell; does nothing when none is running. Returns at once. */
    public void interrupt() {
        thread.stop();
    }

    /**
     * Runs source.
     *
     * @param source declarations, statements and expressions
     * @param origin where the source comes from
     * @return how it ended
     */
    public Outcome run(String source, Origin origin) {
        if (!thread.isCurrent()) {
            return inTurn(parts -> parts.runner().run(source, origin));
        }
        Engine parts = engine.join();
        return uncheckedly(() -> thread.lend(() -> parts.runner().run(source, origin)));
    }

    /**
     * Keeps a value that a cell has shown: from now on source can name it, as {@code _4} with the type that the
     * compiler found for it, as {@code Out[4]}, and as {@code __} while it is the latest. The latest {@value
     * Earlier#MOST} are kept until {@link #reset()}.
     *
     * @param cell the number of the cell
     * @param value the value
     */
    public void keep(int cell, @Nullable Object value) {
        inTurn(parts -> {
            parts.results().keep(cell, value);
            return cell;
        });
    }

    /**
     * Runs work on the thread that code of cells runs on, where it can be interrupted as that code can.
     *
     * @param <T> what it returns
     * @param work the work
     * @return what it returned
     * @throws CellStopped when the cell was interrupted
     * @throws Exception what the work throws
     */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        return thread.call(work);
    }

    /**
     * Reads a variable.
     *
     * @param name its name
     * @return the live value, empty when there is no such variable or it holds null
     */
    public Optional<Object> variable(String name) {
        return inTurn(parts -> parts.variables().value(name));
    }

    /**
     * Lists the variables.
     *
     * @return those that can be used now, in the order of their definition
     */
    public List<Variable> variables() {
        return inTurn(parts -> parts.variables().all());
    }

    /** Forgets all that was declared, but no import. */
    public void reset() {
        inTurn(parts -> {
            parts.variables().reset();
            parts.results().clear();
            return parts;
        });
    }

    /**
     * Lets source from now on use more classes.
     *
     * @param places jars or folders of classes
     */
    public void addToClassPath(List<Path> places) {
        inTurn(parts -> {
            places.forEach(place -> parts.shell().addToClasspath(place.toString()));
            classPath.addAll(places);
            return places.size();
        });
    }

    /**
     * Returns what was added to the class path.
     *
     * @return the jars and folders, in the order they were added
     */
    public List<Path> classPath() {
        return List.copyOf(classPath);
    }

    /**
     * Returns the loader that the classes of this session come from, and those of what was added to the class path.
     *
     * @return the loader
     */
    public ClassLoader loader() {
        return engine.join().control().loader();
    }

    /**
     * Declares a variable, in place of one of the same name.
     *
     * @param name its name
     * @param type its type; of one that source cannot name, its nearest class or interface that can be is taken
     * @param value its value
     * @throws IllegalArgumentException when the name is not one of Java
     */
    public void bind(String name, Class<?> type, @Nullable Object value) {
        bind(name, PublicType.of(type), value);
    }

    /**
     * Declares a variable, in place of one of the same name, or sets the one there is.
     *
     * @param name its name
     * @param type its type as source, or empty to set the variable there is
     * @param value its value
     * @throws IllegalArgumentException when the source {@code type name = value} is not valid
     */
    public void bind(String name, String type, @Nullable Object value) {
        // the wait for Java to be ready is part of what an interrupt must not end half-way
        Engine unused = shielded(() -> inTurn(parts -> {
            parts.variables().bind(name, type, value, source -> parts.runner().run(source, new Origin(0, 1)));
            return parts;
        }));
    }

    private <T> T shielded(Callable<T> work) {
        return uncheckedly(() -> thread.isCurrent() ? thread.shielded(work) : work.call());
    }

    private static <T> T uncheckedly(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Tells of an exception what a user wants to know.
     *
     * @param thrown the exception
     * @return the cause first, with the frames of cells by cell and line; a line for each
     */
    public List<String> trace(Throwable thrown) {
        return inTurn(parts -> new Traces(parts.places()).of(thrown));
    }

    /**
     * Tells what has been declared and can be used. Answers while a cell runs, too; what that cell declares is known
     * when it has run.
     *
     * @param source source that is to use it: of the values of earlier cells those are told that it names
     * @return the declarations, in the order they were made
     */
    public List<Declaration> declarations(String source) {
        List<Declaration> all = new ArrayList<>(declarations.all());
        results()
                .map(results -> results.named(source))
                .ifPresent(named -> named.forEach((name, kept) -> all.add(new Declaration(
                        Declaration.Kind.VARIABLE, name, kept.type().get() + " " + name))));
        return all;
    }

    private Optional<Results> results() {
        return engine.isDone() && !engine.isCompletedExceptionally()
                ? Optional.of(engine.join().results())
                : Optional.empty();
    }

    /**
     * Waits until the session has made itself ready.
     *
     * @throws InterruptedException when the calling thread is interrupted
     */
    public void awaitReady() throws InterruptedException {
        try {
            engine.get();
        } catch (ExecutionException e) {
            return; // whoever needs it is told why
        }
    }

    /**
     * Tells whether something runs, or is being compiled to be run.
     *
     * @return whether it does at the moment
     */
    public boolean isBusy() {
        return turn.isLocked();
    }

    /**
     * Reads a variable as it is at the moment, without waiting for a cell that runs.
     *
     * @param name its name
     * @return the live value, empty when there is no such variable, or it holds null, or Java is not ready
     */
    public Optional<Object> peek(String name) {
        if (!engine.isDone() || engine.isCompletedExceptionally()) {
            return Optional.empty();
        }
        Engine parts = engine.join();
        return Results.isName(name)
                ? Optional.ofNullable(parts.results().named(name).get(name)).map(Results.Kept::value)
                : declarations.classOf(name).map(holder -> parts.control().peek(holder, name));
    }

    /**
     * Tells whether source that is being typed can be run.
     *
     * @param source the source
     * @return whether it can; unknown while a cell runs
     */
    public Readiness readiness(String source) {
        asked = true;
        Engine parts = engine.join();
        try {
            if (!turn.tryLock(MILLIS_FOR_READINESS, TimeUnit.MILLISECONDS)) {
                return Readiness.UNKNOWN;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Readiness.UNKNOWN;
        }
        try {
            return parts.insight().readiness(source);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        if (engine.isDone() && !engine.isCompletedExceptionally()) {
            engine.join().shell().close();
        }
    }
}
