package dev.temper.kernel.cell;

import dev.temper.kernel.magic.Invocation;

/** A stretch of a cell that is run as one. */
public sealed interface Part {
    /**
     * Lines of Java.
     *
     * @param source the lines
     * @param line the line of the cell that they begin on, counted from 1
     */
    record Java(String source, int line) implements Part {}

    /**
     * A call of a magic.
     *
     * @param invocation what was typed
     */
    record Call(Invocation invocation) implements Part {}

    /**
     * A call of a magic whose value goes into a variable.
     *
     * @param type the type to declare, {@code var}, or empty for a variable that is there already
     * @param variable the name of the variable
     * @param invocation what was typed after the equals sign
     */
    record Assignment(String type, String variable, Invocation invocation) implements Part {}
}
