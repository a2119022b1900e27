package dev.temper.toolkit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Sole ownership of a run or of a worker's place, held as a lock of the operating system: it ends with the process that
 * holds it, however that ends.
 */
public final class Claim implements AutoCloseable {
    /**
     * The claims of this process. The system's locks belong to the process, and closing any handle of a file gives up its
     * lock: a file that is claimed here is never opened a second time.
     */
    private static final Set<Path> OWN = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private Claim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the claim if nobody holds it.
     *
     * @param file the lock file, made if it is not there
     * @return the claim, or empty if another process or this one holds it
     * @throws IOException if the file cannot be opened or locked
     */
    public static Optional<Claim> take(Path file) throws IOException {
        synchronized (OWN) {
            try {
                Path real = real(file);
                if (OWN.contains(real)) {
                    return Optional.empty();
                }
                FileChannel channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!sign(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                OWN.add(real);
                return Optional.of(new Claim(real, channel));
            } catch (IOException e) {
                throw new IOException("cannot claim " + file + ": " + AtomicFile.reason(e), e);
            }
        }
    }

    private static boolean sign(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
            channel.truncate(0);
            String owner = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
            return true;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Tells whether some living process holds a claim.
     *
     * @param file the lock file
     * @return true if it is held, by this process or another
     * @throws IOException if the file is there but cannot be asked
     */
    public static boolean isHeld(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        synchronized (OWN) {
            Path real = real(file);
            if (OWN.contains(real)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(real, StandardOpenOption.WRITE)) {
                return channel.tryLock() == null;
            }
        }
    }

    /** Process id of whoever last took the claim. */
    static Optional<Long> owner(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String owner = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return owner.matches("\\d{1,18}") ? Optional.of(Long.valueOf(owner)) : Optional.empty();
    }

    private static Path real(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        return folder.toRealPath().resolve(file.getFileName());
    }

    /**
     * Gives the claim up.
     *
     * @throws IOException if the lock file cannot be closed
     */
    @Override
    public void close() throws IOException {
        synchronized (OWN) {
            channel.close();
            OWN.remove(file);
        }
    }
}
