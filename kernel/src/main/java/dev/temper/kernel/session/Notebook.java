package dev.temper.kernel.session;

import dev.temper.kernel.assist.Completion;
import dev.temper.kernel.assist.Indent;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Outcome;
import dev.temper.kernel.eval.Readiness;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.eval.stop.ExitCall;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Workspace;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A notebook that is being worked with: runs its cells one after the other. Cells are run and expressions evaluated by one
 * thread at a time; any may make the other calls, also while a cell runs.
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

    private final JavaSession java;
    private final Frontend frontend;
    private final Renderers renderers;
    private final Output output;
    private final MagicSession session;
    private final ErrorText errors;
    private final InputStream keyboard;
    private final CompletableFuture<Library> library;
    private final PartRunner parts;
    private final NotebookWorkspace workspace;
    private final Assistance assistance;
    private boolean javaFaultsTold;
    private volatile int cell;

    /**
     * Starts the Java of a notebook. It makes itself ready in the background, which takes longer than all else.
     *
     * @return the session, with the imports of every notebook
     */
    public static JavaSession startJava() {
        return JavaSession.start(IMPORTS);
    }

    /**
     * Starts a notebook.
     *
     * @param frontend the page it is seen on
     */
    public Notebook(Frontend frontend) {
        this(frontend, startJava());
    }

    /**
     * Starts a notebook with the Java that has been started for it.
     *
     * @param frontend the page it is seen on
     * @param java what {@link #startJava()} returned
     */
    public Notebook(Frontend frontend, JavaSession java) {
        this.frontend = frontend;
        this.java = java;
        renderers = new Renderers(java::trace);
        errors = new ErrorText(java);
        output = new Output(frontend);
        keyboard = new Keyboard(frontend, output);
        library = CompletableFuture.supplyAsync(() -> new Library(Notebook.class.getClassLoader(), renderers));
        session = new MagicSession(java, renderers, frontend, output, () -> cell, this::workspace, this::magics);
        parts = new PartRunner(java, this::magics, session);
        assistance = new Assistance(java, this::magics);
        workspace = new NotebookWorkspace(java, parts, session, assistance, library::join);
        assistance.warmUp();
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
        return run(text, value -> java.keep(number, value));
    }

    private CellResult run(String text, Consumer<@Nullable Object> shown) {
        java.beginCell();
        try {
            java.call(Executors.callable(frontend::enter));
            tellFaults();
            Outcome outcome = parts.run(text, 1);
            if (outcome instanceof Outcome.Value value) {
                shown.accept(value.value());
            }
            return result(outcome);
        } catch (CellStopped e) {
            return new CellResult.Failed(errors.of(new Outcome.Stopped(e.getMessage())));
        } catch (Exception | LinkageError e) {
            return new CellResult.Failed(ErrorText.ofKernel(e));
        } finally {
            java.endCell();
            output.flush();
        }
    }

    /**
     * Returns the status that the code of a cell ended the process with.
     *
     * @return the status, empty when it did not name one
     */
    public OptionalInt exitStatus() {
        return ExitCall.status();
    }

    /** Shows what was printed and is not shown yet. */
    public void flush() {
        output.flush();
    }

    private void tellFaults() {
        library.join().takeFaults().forEach(session.err()::println);
        if (!javaFaultsTold) {
            java.faults().forEach(session.err()::println);
            javaFaultsTold = true;
        }
    }

    private Magics magics() {
        return library.join().magics();
    }

    private Workspace workspace() {
        return workspace;
    }

    /**
     * Evaluates an expression for the page, such as a number in the text of a paper.
     *
     * @param expression the expression
     * @return its value, rendered, or why it has none
     */
    public CellResult evaluate(String expression) {
        return run(expression, value -> {});
    }

    private CellResult result(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
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
     * @param detail 0 for the gist, 1 for all there is
     * @return the explanation as text, Markdown and HTML, empty when there is none
     */
    public Optional<MimeBundle> inspect(String text, int cursor, int detail) {
        return assistance.inspect(text, cursor, detail);
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

    /**
     * Tells how far the line should be indented that comes next in a cell that is being typed.
     *
     * @param text the text of the cell
     * @return the white space that the line should begin with
     */
    public String indent(String text) {
        return Indent.after(text);
    }

    @Override
    public void close() {
        java.interrupt();
        output.close();
        java.close();
    }
}
