package dev.temper.kernel.magic;

import dev.temper.kernel.display.Renderers;
import java.io.PrintStream;
import java.nio.file.Path;
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
}
