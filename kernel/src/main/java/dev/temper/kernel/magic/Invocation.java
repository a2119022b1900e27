package dev.temper.kernel.magic;

/**
 * One call of a magic, as it was typed.
 *
 * @param kind whether a line or a cell was given to it
 * @param name the name, without percent signs
 * @param arguments the rest of the line
 * @param body the lines below, of a cell magic; empty for a line magic
 * @param line the line of the cell that the call stands on, counted from 1
 * @param assigned whether its value goes into a variable
 */
public record Invocation(Kind kind, String name, String arguments, String body, int line, boolean assigned) {
    /**
     * Makes a call whose value is not assigned.
     *
     * @param kind whether a line or a cell was given to it
     * @param name the name, without percent signs
     * @param arguments the rest of the line
     * @param body the lines below, of a cell magic; empty for a line magic
     * @param line the line of the cell that the call stands on, counted from 1
     */
    public Invocation(Kind kind, String name, String arguments, String body, int line) {
        this(kind, name, arguments, body, line, false);
    }

    /**
     * Makes a call of a line magic on the first line of a cell.
     *
     * @param name the name, without the percent sign
     * @param arguments the rest of the line
     * @return the call
     */
    public static Invocation line(String name, String arguments) {
        return new Invocation(Kind.LINE, name, arguments, "", 1);
    }

    /**
     * Makes a call of a cell magic on the first line of a cell.
     *
     * @param name the name, without the percent signs
     * @param arguments the rest of the line
     * @param body the lines below
     * @return the call
     */
    public static Invocation cell(String name, String arguments, String body) {
        return new Invocation(Kind.CELL, name, arguments, body, 1);
    }

    /**
     * Changes the rest of the line.
     *
     * @param text what stands there instead
     * @return a new call
     */
    public Invocation withArguments(String text) {
        return new Invocation(kind, name, text, body, line, assigned);
    }

    /**
     * Moves the call down.
     *
     * @param lines by how many lines
     * @return a new call
     */
    public Invocation below(int lines) {
        return new Invocation(kind, name, arguments, body, line + lines, assigned);
    }

    /**
     * Makes this a call whose value goes into a variable.
     *
     * @return a new call
     */
    public Invocation intoVariable() {
        return new Invocation(kind, name, arguments, body, line, true);
    }

    /**
     * Returns where the body begins.
     *
     * @return the line of the cell on which the first line of the body stands, counted from 1
     */
    public int bodyLine() {
        return line + 1;
    }

    /**
     * Reads the command line.
     *
     * @param usage what may stand on it
     * @return the values of arguments and options
     * @throws MagicException with all faults of the command line
     */
    public Options options(Usage usage) {
        return CommandLine.parse(usage, this);
    }
}
