package dev.temper.kernel.magic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A command line that is being typed.
 *
 * @param line the line up to the cursor, from its percent sign on
 * @param option the name of the option whose value is being typed, without dashes; empty when an argument is
 * @param magics the magics of the kernel
 * @param variables reads the variables of the notebook; it may have to wait for a running cell
 */
public record Typing(String line, String option, Magics magics, Supplier<List<Workspace.Variable>> variables) {
    /**
     * Returns what is being typed.
     *
     * @return what stands between the last white space and the cursor, which may be nothing
     */
    public String word() {
        String[] words = words();
        return words[words.length - 1];
    }

    /**
     * Returns the words before the one that is being typed.
     *
     * @return the words, the name of the magic with its percent sign first
     */
    public List<String> before() {
        String[] words = words();
        return List.of(words).subList(0, words.length - 1);
    }

    /**
     * Reads a variable of the notebook.
     *
     * @param name its name
     * @return its value, empty when there is no such variable or it holds null
     */
    public Optional<Object> value(String name) {
        return variables.get().stream()
                .filter(variable -> variable.name().equals(name))
                .map(Workspace.Variable::value)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object.class::cast);
    }

    private String[] words() {
        return line.split("\\s+", -1);
    }
}
