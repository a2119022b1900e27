package dev.temper.toolkit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Sole ownership of a run or of a worker's place, held as a lock of the operating system: it ends with the process that
 * holds it, however that ends.
 */
public final class Claim implements AutoCloseable {
    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the claim if nobody holds it.
     *
     * @param file the lock file, made if it is not there
     * @return the claim, or empty if another process or thread holds it
     * @throws IOException if the file cannot be opened or locked
     */
    public static Optional<Claim> take(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException("cannot claim " + file + ": " + AtomicFile.reason(e), e);
        }
        if (!lock(channel)) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        String owner = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new Claim(channel));
    }

    /**
     * Tells whether some living process holds a claim. Never call it for a claim of this same process.
     *
     * @param file the lock file
     * @return true if it is held
     * @throws IOException if the file is there but cannot be asked
     */
    public static boolean isHeld(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !lock(channel);
        }
    }

    /** Process id of whoever last took the claim. */
    static Optional<Long> owner(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String owner = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return owner.matches("\\d{1,18}") ? Optional.of(Long.valueOf(owner)) : Optional.empty();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process holds it
        }
    }

    /**
     * Gives the claim up.
     *
     * @throws IOException if the lock file cannot be closed
     */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
