package dev.temper.kernel.eval.stop;

/** Ends the code of a cell that the user interrupted. An error, so that code rarely catches it. */
public final class CellStopped extends Error {
    private static final long serialVersionUID = 1L;

    private final String message;

    /** Says that the user interrupted the cell. */
    public CellStopped() {
        this("The cell was interrupted.");
    }

    /**
     * Passes on the stop of code that was run on behalf of other code.
     *
     * @param message what to tell the user
     */
    public CellStopped(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
