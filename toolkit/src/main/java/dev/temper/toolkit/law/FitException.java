package dev.temper.toolkit.law;

/** Says that no law can be fitted to the data given, and what would make it possible. */
public final class FitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message what must be, what is, and what would help
     */
    public FitException(String message) {
        super(message);
    }
}
