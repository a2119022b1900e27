package dev.temper.kernel.eval;

/** Ends the code of a cell that the user interrupted. An error, so that code rarely catches it. */
public final class CellStopped extends Error {
    private static final long serialVersionUID = 1L;

    private final String message;

    CellStopped() {
        this("The cell was interrupted.");
    }

    CellStopped(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
