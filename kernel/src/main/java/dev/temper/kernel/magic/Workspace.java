package dev.temper.kernel.magic;

import dev.temper.kernel.display.MimeBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Java of a notebook: what it has defined, what it can reach, and a way to run more. */
public interface Workspace {
    /**
     * A variable that cells have defined.
     *
     * @param name its name
     * @param type its declared type, as source
     * @param value its live value
     */
    record Variable(String name, String type, @Nullable Object value) {}

    /**
     * Runs the text of a cell, Java and calls of magics alike, as a part of the running cell. It can be interrupted
     * as that can. What it prints and displays goes to the running cell; the value of its end is not shown.
     *
     * @param text the text
     * @param line the line of the running cell that the text begins on, counted from 1, which errors are told by
     * @return the value of the last expression, or null when there is none
     * @throws MagicException when the text does not compile, with all errors
     * @throws Exception what the code throws
     */
    @Nullable
    Object run(String text, int line) throws Exception;

    /**
     * Runs text as {@link #run(String, int)} does, and tells its errors by a place that is not of the running cell.
     *
     * @param text the text
     * @param source what the text is, such as {@code setup.jsh}; a line of it is added
     * @return the value of the last expression, or null when there is none
     * @throws MagicException when the text does not compile, with all errors
     * @throws Exception what the code throws
     */
    @Nullable
    Object run(String text, String source) throws Exception;

    /**
     * Explains something of Java: its signature, and its documentation where that is found.
     *
     * @param source what to explain, such as {@code String.format}
     * @param detail 0 for what a tooltip shows, 1 for all there is
     * @return the explanation, empty when there is nothing of that name
     */
    Optional<MimeBundle> explain(String source, int detail);

    /**
     * Lists the variables, in the order of their definition.
     *
     * @return those that can be used now
     */
    List<Variable> variables();

    /** Forgets all that cells have defined, but no import. What is on the class path stays. */
    void reset();

    /**
     * Tells what cells can use beside the JDK.
     *
     * @return jars and folders of classes: those that the kernel was started with, then those added
     */
    List<Path> classPath();

    /**
     * Lets the cells from now on use more jars or folders of classes. The magics and renderers that these offer by
     * {@link java.util.ServiceLoader} are taken up at once. What is there already is not added again.
     *
     * @param places jars or folders
     * @return a line for each magic or renderer of them that cannot be loaded
     * @throws MagicException when one does not exist; then none is added
     */
    List<String> addToClassPath(List<Path> places);

    /**
     * Returns the loader that the classes of cells come from, and those of what was added to the class path.
     *
     * @return the loader
     */
    ClassLoader loader();
}
