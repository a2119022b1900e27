package dev.temper.toolkit.law;

/** Says that no law can be fitted to the data given, and what would make it possible. */
public final class FitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FitException(String message) {
        super(message);
    }
}
