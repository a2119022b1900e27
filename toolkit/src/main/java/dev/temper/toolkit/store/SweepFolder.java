package dev.temper.toolkit.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One sweep on disk: the list of its runs, and for each worker its place and its log. */
public final class SweepFolder {
    private final Path path;

    SweepFolder(Path path) {
        this.path = path;
    }

    /**
     * Tells where the sweep is.
     *
     * @return the folder
     */
    public Path path() {
        return path;
    }

    void plan(List<String> runIds) throws IOException {
        AtomicFile.write(path.resolve("plan.txt"), String.join("\n", runIds) + "\n");
    }

    /**
     * Reads the list of runs.
     *
     * @return run ids in the order in which they are started
     * @throws IOException if the list cannot be read
     */
    public List<String> plan() throws IOException {
        return Files.readAllLines(path.resolve("plan.txt"));
    }

    /**
     * Takes a worker's place for this process.
     *
     * @param slot number of the place, from 0
     * @return the claim, or empty if a living worker has it
     * @throws IOException if the folder cannot be written
     */
    public Optional<Claim> claimSlot(int slot) throws IOException {
        return Claim.take(slotFile(slot));
    }

    /**
     * Tells whether a living worker other than this process has a place.
     *
     * @param slot number of the place, from 0
     * @return true while it works
     * @throws IOException if the folder cannot be asked
     */
    public boolean isSlotTaken(int slot) throws IOException {
        return Claim.isHeld(slotFile(slot));
    }

    /**
     * Tells which process last took a worker's place.
     *
     * @param slot number of the place, from 0
     * @return its process id, or empty if nobody ever took it
     * @throws IOException if the file is there but cannot be read
     */
    public Optional<Long> slotOwner(int slot) throws IOException {
        return Claim.owner(slotFile(slot));
    }

    /**
     * Tells where a worker's output goes, after a first line of Temper's own.
     *
     * @param slot number of the place, from 0
     * @return the file
     */
    public Path log(int slot) {
        return path.resolve("worker-" + slot + ".log");
    }

    /**
     * Begins a worker's log anew. Its first line takes a block of the disk, so that the worker's last words fit even when the
     * disk has become full.
     *
     * @param slot number of the place, from 0
     * @return the file, to be appended to
     * @throws IOException if it cannot be written
     */
    public Path beginLog(int slot) throws IOException {
        Path log = log(slot);
        try {
            return Files.writeString(log, "worker " + slot + " was started\n");
        } catch (IOException e) {
            throw new IOException("cannot write " + log + ": " + AtomicFile.reason(e), e);
        }
    }

    private Path slotFile(int slot) {
        return path.resolve("worker-" + slot + ".lock");
    }
}
