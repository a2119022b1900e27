package dev.temper.toolkit.magic;

import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Session;
import dev.temper.toolkit.results.ResultsReader;
import dev.temper.toolkit.results.SweepResults;
import java.io.IOException;

/** Finds the sweep that a magic speaks of. */
final class Sweeps {
    private Sweeps() {}

    /** Reads the sweep's runs anew, so that what finished since is there. */
    static SweepResults named(String name, Session session) {
        Object value = session.lookup(name)
                .orElseThrow(() -> new MagicException("there must be a sweep named '" + name
                        + "', but there is no such variable; run %%sweep " + name + " first"));
        if (!(value instanceof SweepResults results)) {
            throw new MagicException("the variable '" + name + "' must hold a sweep, but holds a "
                    + value.getClass().getSimpleName() + "; run %%sweep under another name");
        }
        try {
            return new ResultsReader(results.store()).read(results.study());
        } catch (IOException e) {
            throw new MagicException("cannot read the runs of '" + name + "': " + e.getMessage(), e);
        }
    }
}
