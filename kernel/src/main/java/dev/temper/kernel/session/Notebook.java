package dev.temper.kernel.session;

import dev.temper.kernel.cell.Cell;
import dev.temper.kernel.cell.Part;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.eval.CellStopped;
import dev.temper.kernel.eval.Completion;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Origin;
import dev.temper.kernel.eval.Outcome;
import dev.temper.kernel.eval.Readiness;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A notebook that is being worked with: runs its cells one after the other. All calls but {@link #interrupt()} are made
 * by one thread.
 */
public final class Notebook implements AutoCloseable {
    private static final List<String> IMPORTS = List.of(
            "import java.io.*;",
            "import java.math.*;",
            "import java.nio.file.*;",
            "import java.time.*;",
            "import java.util.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "import java.util.stream.*;",
            "import static " + Show.class.getName() + ".*;");

    /** What the jars of the class path bring along. */
    private record Library(Magics magics, List<String> faults) {}

    private final JavaSession java = JavaSession.start(IMPORTS);
    private final Renderers renderers = new Renderers();
    private final Output output;
    private final MagicSession session;
    private final ErrorText errors = new ErrorText(java);
    private final InputStream keyboard;
    private final CompletableFuture<Library> library = CompletableFuture.supplyAsync(this::findLibrary);
    private final Assistance assistance =
            new Assistance(java, () -> library.join().magics());
    private boolean faultsTold;
    private volatile int cell;

    /**
     * Starts a notebook. Java makes itself ready in the background.
     *
     * @param frontend the page it is seen on
     */
    public Notebook(Frontend frontend) {
        output = new Output(frontend);
        keyboard = new Keyboard(frontend, output);
        session = new MagicSession(java, renderers, frontend, output, () -> cell);
        Show.setSession(session);
    }

    /**
     * Returns the stream that what cells print goes to.
     *
     * @return standard output
     */
    public PrintStream out() {
        return session.out();
    }

    /**
     * Returns the stream that the warnings of cells go to.
     *
     * @return standard error
     */
    public PrintStream err() {
        return session.err();
    }

    /**
     * Returns the stream that cells read what the user types from.
     *
     * @return standard input
     */
    public InputStream in() {
        return keyboard;
    }

    /** Stops the running cell; does nothing when none is running. Any thread may call this. */
    public void interrupt() {
        java.interrupt();
    }

    /**
     * Runs a cell.
     *
     * @param text the text of the cell
     * @param number its number, as the page shows it in brackets
     * @return how it ended
     */
    public CellResult run(String text, int number) {
        cell = number;
        java.beginCell();
        try {
            tellFaults();
            CellResult result = new CellResult.Done();
            for (Part part : Cell.parts(text)) {
                result = run(part);
                if (result instanceof CellResult.Failed) {
                    return result;
                }
            }
            return result;
        } catch (MagicException e) {
            return new CellResult.Failed(errors.of(e));
        } catch (RuntimeException | LinkageError e) {
            return new CellResult.Failed(ErrorText.ofKernel(e));
        } finally {
            java.endCell();
            output.flush();
        }
    }

    private void tellFaults() {
        List<String> faults = library.join().faults();
        if (!faultsTold) {
            faults.forEach(session.err()::println);
            faultsTold = true;
        }
    }

    /** Looks for magics, and has libraries teach the renderers. A broken one keeps no other from being taken. */
    private Library findLibrary() {
        ClassLoader loader = Notebook.class.getClassLoader();
        Magics magics = Magics.find(loader);
        List<String> faults = new ArrayList<>(magics.faults());
        ServiceLoader.load(RendererProvider.class, loader).stream().forEach(provider -> {
            try {
                provider.get().provide(renderers);
            } catch (ServiceConfigurationError | RuntimeException e) {
                faults.add("Renderers cannot be loaded: " + e.getMessage());
            }
        });
        return new Library(magics, faults);
    }

    /**
     * Evaluates an expression for the page, such as a number in the text of a paper.
     *
     * @param expression the expression
     * @return its value, rendered, or why it has none
     */
    public CellResult evaluate(String expression) {
        java.beginCell();
        try {
            return run(new Part.Java(expression, 1));
        } finally {
            java.endCell();
            output.flush();
        }
    }

    private CellResult run(Part part) {
        if (part instanceof Part.Java source) {
            return result(java.run(source.source(), new Origin(cell, source.line())));
        }
        if (part instanceof Part.Call call) {
            return result(call(call.invocation()));
        }
        Part.Assignment assignment = (Part.Assignment) part;
        Outcome outcome = call(assignment.invocation());
        return outcome instanceof Outcome.Value value ? assign(assignment, value.value()) : result(outcome);
    }

    private Outcome call(Invocation invocation) {
        try {
            Magics magics = library.join().magics();
            Object value = java.<@Nullable Object>call(() -> magics.run(invocation, session));
            return value == null ? new Outcome.Done(List.of()) : new Outcome.Value(value);
        } catch (CellStopped e) {
            return new Outcome.Stopped(e.getMessage());
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new Outcome.Thrown(e);
        }
    }

    private CellResult assign(Part.Assignment assignment, @Nullable Object value) {
        try {
            if (assignment.type().equals("var")) {
                java.bind(assignment.variable(), value == null ? Object.class : value.getClass(), value);
            } else {
                java.bind(assignment.variable(), assignment.type(), value);
            }
            return new CellResult.Done();
        } catch (IllegalArgumentException e) {
            String place = session.place(assignment.invocation().line());
            return new CellResult.Failed(errors.of(new MagicException(place + ": " + e.getMessage(), e)));
        }
    }

    private CellResult result(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            done.notes().forEach(session.err()::println);
            return new CellResult.Done();
        }
        if (outcome instanceof Outcome.Value value) {
            return shown(value.value());
        }
        return new CellResult.Failed(errors.of(outcome));
    }

    /** Renders on the thread of cells, since what is rendered may run their code. */
    private CellResult shown(@Nullable Object value) {
        try {
            return new CellResult.Shown(java.<MimeBundle>call(() -> renderers.render(value)));
        } catch (CellStopped e) {
            return new CellResult.Failed(errors.of(new Outcome.Stopped(e.getMessage())));
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new CellResult.Failed(errors.of(new Outcome.Thrown(e)));
        }
    }

    /**
     * Finds what can stand at a place of a cell.
     *
     * @param text the text of the cell
     * @param cursor the place, counted in characters from 0
     * @return the candidates
     */
    public Completion complete(String text, int cursor) {
        return assistance.complete(text, cursor);
    }

    /**
     * Explains what stands at a place of a cell.
     *
     * @param text the text of the cell
     * @param cursor the place, counted in characters from 0
     * @return the explanation, empty when there is none
     */
    public Optional<String> inspect(String text, int cursor) {
        return assistance.inspect(text, cursor);
    }

    /**
     * Tells whether a cell that is being typed can be run.
     *
     * @param text the text of the cell
     * @return whether it can
     */
    public Readiness readiness(String text) {
        return assistance.readiness(text);
    }

    @Override
    public void close() {
        java.interrupt();
        output.close();
        java.close();
    }
}
