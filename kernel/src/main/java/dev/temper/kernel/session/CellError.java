package dev.temper.kernel.session;

import java.util.List;

/**
 * Why a cell failed.
 *
 * @param name the kind of error, such as the simple name of an exception
 * @param message one sentence
 * @param trace all that is to be shown, a line each
 */
public record CellError(String name, String message, List<String> trace) {
    /**
     * Copies the trace.
     *
     * @param name the kind of error
     * @param message one sentence
     * @param trace all that is to be shown
     */
    public CellError {
        trace = List.copyOf(trace);
    }
}
