package dev.temper.toolkit.store;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * All runs under one folder: {@code runs/<run id>} and {@code sweeps/<sweep id>}. Two sweeps that ask for the same run share
 * it.
 *
 * @param root the folder
 */
public record RunStore(Path root) {
    /**
     * Finds a run.
     *
     * @param id its id
     * @return its folder, which need not exist
     */
    public RunFolder run(String id) {
        return new RunFolder(root.resolve("runs").resolve(id));
    }

    /**
     * Finds a sweep.
     *
     * @param id its id
     * @return its folder, which need not exist
     */
    public SweepFolder sweep(String id) {
        return new SweepFolder(root.resolve("sweeps").resolve(id));
    }

    /**
     * Writes down every request of a sweep before any of it starts.
     *
     * @param sweep the runs
     * @return the sweep's folder
     * @throws IOException if a folder cannot be made or written, or holds another request
     */
    public SweepFolder prepare(Sweep sweep) throws IOException {
        for (Request request : sweep.requests()) {
            run(request.id()).prepare(request);
        }
        SweepFolder folder = sweep(sweep.id());
        try {
            Files.createDirectories(folder.path());
        } catch (IOException e) {
            throw new IOException("cannot make " + folder.path() + ": " + AtomicFile.reason(e), e);
        }
        folder.plan(sweep.requests().stream().map(Request::id).toList());
        return folder;
    }
}
