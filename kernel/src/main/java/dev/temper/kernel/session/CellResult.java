package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;

/** How a cell ended. */
public sealed interface CellResult {
    /** It ran, and has no value to show. */
    record Done() implements CellResult {}

    /**
     * It ran, and has a value to show.
     *
     * @param bundle the value, rendered
     */
    record Shown(MimeBundle bundle) implements CellResult {}

    /**
     * It failed.
     *
     * @param error why
     */
    record Failed(CellError error) implements CellResult {}
}
