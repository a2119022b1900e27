package dev.temper.toolkit.store;

import com.fasterxml.jackson.core.JacksonException;
import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run on disk. {@code run.json} is written before anything else and never changed; {@code metrics.jsonl} grows line by
 * line; {@code done.json} is the last act. A folder without {@code done.json} and without a living owner is resumed.
 */
public final class RunFolder {
    private final Path path;

    RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Names the run.
     *
     * @return the id, which is the folder's name
     */
    public String id() {
        return path.getFileName().toString();
    }

    /**
     * Tells where the run is.
     *
     * @return the folder
     */
    public Path path() {
        return path;
    }

    /** Makes the folder and its request; one that is there already is checked. */
    void prepare(Request request) throws IOException {
        Path file = requestFile();
        if (Files.exists(file)) {
            request();
            return;
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new IOException("cannot make the run folder " + path + ": " + AtomicFile.reason(e), e);
        }
        AtomicFile.write(file, request.canonical() + "\n");
    }

    /**
     * Reads what the run was asked for.
     *
     * @return the request
     * @throws IOException if {@code run.json} is missing, broken or not the one that the folder is named after
     */
    public Request request() throws IOException {
        String cure = "; move the folder away and start the sweep again";
        Request request;
        try {
            request = Json.parse(Json.text(requestFile()), Request.class);
        } catch (JacksonException e) {
            throw new IOException("cannot read " + requestFile() + ": " + e.getOriginalMessage() + cure, e);
        }
        if (!request.id().equals(id())) {
            throw new IOException(
                    requestFile() + " was changed: it asks for run " + request.id() + ", but stands in " + id() + cure);
        }
        return request;
    }

    /**
     * Takes the run for this process.
     *
     * @return the claim, or empty if a living process has it
     * @throws IOException if the folder cannot be written
     */
    public Optional<Claim> claim() throws IOException {
        return Claim.take(lockFile());
    }

    /**
     * Tells whether a living process other than this one has the run.
     *
     * @return true while it is being worked on
     * @throws IOException if the folder cannot be asked
     */
    public boolean isClaimed() throws IOException {
        return Claim.isHeld(lockFile());
    }

    /**
     * Reads the run's last act. A {@code done.json} that cannot be read does not count.
     *
     * @return how it ended, or empty if it has not
     * @throws IOException if the file is there but the disk does not give it
     */
    public Optional<Done> done() throws IOException {
        if (!Files.exists(doneFile())) {
            return Optional.empty();
        }
        String text = Json.text(doneFile());
        if (!text.endsWith("\n")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(text, Done.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * Ends the run. A broken {@code done.json} in its place is kept beside it for inspection.
     *
     * @param done how it ended
     * @throws IOException if it cannot be written; the run is then not done
     */
    public void finish(Done done) throws IOException {
        if (Files.exists(doneFile())) {
            Files.move(doneFile(), path.resolve("done.json.broken"), StandardCopyOption.REPLACE_EXISTING);
        }
        AtomicFile.write(doneFile(), Json.line(done) + "\n");
    }

    /**
     * Makes a failed run one that can be run again; how it failed is kept beside it. One that is done stays done.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public void reopen() throws IOException {
        Optional<Done> done = done();
        if (done.isPresent() && !done.get().succeeded()) {
            Files.move(doneFile(), path.resolve("done.json.failed"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Reads what the run measured.
     *
     * @return measurements and unusable lines
     * @throws IOException if the file is there but cannot be read
     */
    public Metrics metrics() throws IOException {
        return Metrics.read(path.resolve("metrics.jsonl"));
    }

    /**
     * Adds measurements and syncs them to disk.
     *
     * @param measurements what was measured
     * @throws IOException if they cannot be written
     */
    public void append(List<Measurement> measurements) throws IOException {
        String lines = measurements.stream()
                .map(measurement -> Json.line(measurement) + "\n")
                .collect(Collectors.joining());
        append(path.resolve("metrics.jsonl"), lines, true);
    }

    /**
     * Adds a line to the run's log.
     *
     * @param line what happened
     * @throws IOException if it cannot be written
     */
    public void log(String line) throws IOException {
        append(path.resolve("log.out"), line + "\n", false);
    }

    /**
     * Records what was executed.
     *
     * @param command the command line
     * @throws IOException if it cannot be written
     */
    public void command(String command) throws IOException {
        AtomicFile.write(path.resolve("command.txt"), command + "\n");
    }

    /**
     * Gives access to the run's checkpoints.
     *
     * @return the files
     */
    public CheckpointFiles checkpoints() {
        return new CheckpointFiles(path.resolve("checkpoint"));
    }

    private void append(Path file, String text, boolean sync) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            endTornLine(channel);
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (sync) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new IOException("cannot add to " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /** A process killed in mid-write leaves a line without an end: new lines must not be glued to it. */
    private static void endTornLine(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > 0) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, size - 1);
            channel.position(size);
            if (last.get(0) != '\n') {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    private Path requestFile() {
        return path.resolve("run.json");
    }

    private Path doneFile() {
        return path.resolve("done.json");
    }

    private Path lockFile() {
        return path.resolve("owner.lock");
    }
}
