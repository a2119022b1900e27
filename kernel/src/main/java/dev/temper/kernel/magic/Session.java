package dev.temper.kernel.magic;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The notebook that a magic runs in: what it may show, read and define there. */
public interface Session {
    /**
     * Returns the number of the running cell, as the notebook shows it in brackets.
     *
     * @return the execution count, from 1
     */
    int cell();

    /**
     * Names a place in the running cell.
     *
     * @param line the line, counted from 1
     * @return such as {@code Cell [4], line 2}
     */
    default String place(int line) {
        return "Cell [" + cell() + "], line " + line;
    }

    /**
     * Returns the registry that values are shown by.
     *
     * @return the registry of this kernel
     */
    Renderers renderers();

    /**
     * Shows a value below the cell.
     *
     * @param value the value
     */
    void display(@Nullable Object value);

    /**
     * Shows a value that will change. All its states are one output of the cell.
     *
     * @param first the first state
     * @return the handle to show later states by
     */
    LiveDisplay live(@Nullable Object first);

    /**
     * Returns the stream of plain output.
     *
     * @return the cell's standard output
     */
    PrintStream out();

    /**
     * Returns the stream of warnings.
     *
     * @return the cell's standard error
     */
    PrintStream err();

    /**
     * Defines a variable that later Java cells can use, in place of one of the same name.
     *
     * @param name the name, a Java identifier
     * @param type the type to declare; of one that is not public, its nearest public supertype is taken
     * @param value the value
     * @throws MagicException when the name or the type cannot be declared
     */
    void bind(String name, Class<?> type, @Nullable Object value);

    /**
     * Reads a variable of the Java cells.
     *
     * @param name the name
     * @return its value, empty when there is no such variable or it holds null
     */
    Optional<Object> lookup(String name);

    /**
     * Returns the folder that relative paths of the notebook start from.
     *
     * @return the working folder, absolute
     */
    Path directory();

    /**
     * Takes away what the running cell has shown so far.
     *
     * @param wait whether to keep it until the next output is there, which then takes its place without a flicker
     */
    void clear(boolean wait);

    /**
     * Asks the user for a line of text, and waits for it.
     *
     * @param prompt what to ask
     * @param secret whether the page hides what is typed
     * @return the line, without its end
     * @throws InterruptedException when the cell was interrupted meanwhile
     * @throws UnsupportedOperationException when the page cannot be asked
     */
    String ask(String prompt, boolean secret) throws InterruptedException;

    /**
     * Puts text before the user to work on, once the running cell has ended well.
     *
     * @param text the text
     * @param replace whether it takes the place of the running cell; otherwise it stands in a new cell below
     */
    void nextInput(String text, boolean replace);

    /**
     * Shows an explanation beside the notebook, once the running cell has ended well. It is no output of the cell.
     *
     * @param explanation what to show
     */
    void page(MimeBundle explanation);

    /**
     * Lists the cells that were run and are remembered, those of earlier sessions first.
     *
     * @param most how many of the latest to list
     * @return the cells, latest last
     */
    List<PastCell> history(int most);

    /**
     * Returns the magics of this kernel.
     *
     * @return the magics, with what {@code %config} has set for them
     */
    Magics magics();

    /**
     * Returns the variables of the environment that programs started from this notebook begin with: those of the
     * kernel, and what {@code %env} has set since.
     *
     * @return the variables, which may be changed by any thread
     */
    Map<String, String> environment();

    /**
     * Returns the Java that the notebook runs.
     *
     * @return its variables, its class path, and a way to run more
     */
    Workspace workspace();
}
