package dev.temper.kernel.magic;

import java.util.List;
import java.util.Objects;

/** Something that the user is to know and can mend. It is shown as its lines alone, without a trace. */
public class MagicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /**
     * Makes an exception of one message.
     *
     * @param message what is wrong, where, and what to do; may have several lines
     */
    public MagicException(String message) {
        this(message.lines().toList());
    }

    /**
     * Makes an exception of several faults found together.
     *
     * @param lines a line for each
     */
    public MagicException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /**
     * Makes an exception that comes from another.
     *
     * @param message what is wrong, where, and what to do; may have several lines
     * @param cause why
     */
    public MagicException(String message, Throwable cause) {
        super(message, Objects.requireNonNull(cause, "cause"));
        this.lines = message.lines().toList();
    }

    /**
     * Returns what to show.
     *
     * @return the lines, in order
     */
    public List<String> lines() {
        return lines;
    }
}
