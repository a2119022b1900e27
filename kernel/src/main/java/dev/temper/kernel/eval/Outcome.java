package dev.temper.kernel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run of Java ended. */
public sealed interface Outcome {
    /**
     * All ran; there is nothing to show.
     *
     * @param notes what the user should know, such as methods that cannot run yet; a line for each
     */
    record Done(List<String> notes) implements Outcome {
        /**
         * Copies the notes.
         *
         * @param notes what the user should know
         */
        public Done {
            notes = List.copyOf(notes);
        }
    }

    /**
     * All ran, and the last expression has a value to show.
     *
     * @param value the live value
     */
    record Value(@Nullable Object value) implements Outcome {}

    /**
     * The source does not compile. What stands before the first error has run if it compiles by itself and nothing
     * after it is malformed.
     *
     * @param errors every error found
     */
    record Rejected(List<CompileError> errors) implements Outcome {
        /**
         * Copies the errors.
         *
         * @param errors every error found
         */
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The code threw.
     *
     * @param thrown the live exception
     */
    record Thrown(Throwable thrown) implements Outcome {}

    /**
     * The user interrupted the code.
     *
     * @param message what to tell
     */
    record Stopped(String message) implements Outcome {}
}
