package dev.temper.toolkit.launch;

import java.io.IOException;

/** Is told how far a sweep is. */
@FunctionalInterface
public interface SweepWatcher {
    /**
     * Takes note.
     *
     * @param status how far the sweep is
     * @throws IOException if what it looks up cannot be read; the launcher then stops watching and passes it on
     */
    void see(SweepStatus status) throws IOException;
}
