package dev.temper.toolkit.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run's checkpoints: {@code state-<steps>.safetensors}, each with its SHA-256 beside it in the format of
 * {@code sha256sum}. The newest two are kept; one that does not match its checksum is passed over for the one before.
 */
public final class CheckpointFiles {
    private static final String PREFIX = "state-";
    private static final String SUFFIX = ".safetensors";
    private static final int KEPT = 2;

    private final Path folder;

    CheckpointFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * A checkpoint that was read and matched its checksum.
     *
     * @param step optimiser steps of the run done when it was written
     * @param content the file's bytes
     * @param sha256 its checksum in hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent") // a buffer on its way from disk to the model, compared by nobody
    public record Stored(long step, byte[] content, String sha256) {}

    /**
     * Writes a checkpoint and drops all but the newest two.
     *
     * @param step optimiser steps of the run done so far
     * @param content the file's bytes
     * @return its SHA-256 in hexadecimal
     * @throws IOException if it cannot be written; older checkpoints then stand
     */
    public String save(long step, byte[] content) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("cannot make " + folder + ": " + AtomicFile.reason(e), e);
        }
        String sha256 = sha256(content);
        Path file = file(step);
        AtomicFile.write(file, content);
        AtomicFile.write(checksum(file), sha256 + "  " + file.getFileName() + "\n");
        Set<Path> kept = new HashSet<>();
        steps().stream().limit(KEPT).forEach(each -> kept.addAll(List.of(file(each), checksum(file(each)))));
        deleteAllBut(kept);
        return sha256;
    }

    /**
     * Reads the newest checkpoint that is whole.
     *
     * @return the checkpoint, or empty if there is none that matches its checksum
     * @throws IOException if the folder cannot be read
     */
    public Optional<Stored> newest() throws IOException {
        for (long step : steps()) {
            Path file = file(step);
            Path checksum = checksum(file);
            if (Files.exists(checksum)) {
                byte[] content = Files.readAllBytes(file);
                String sha256 = sha256(content);
                if (Files.readString(checksum, StandardCharsets.ISO_8859_1).startsWith(sha256)) {
                    return Optional.of(new Stored(step, content, sha256));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Deletes every checkpoint of the run.
     *
     * @throws IOException if a file cannot be deleted
     */
    public void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            deleteAllBut(Set.of());
            Files.delete(folder);
        }
    }

    /** What a process killed in mid-write left behind goes too: only the run's owner calls this. */
    private void deleteAllBut(Set<Path> kept) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.getFileName().toString().startsWith(PREFIX) && !kept.contains(file))
                    .toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** Steps of all checkpoints, newest first. */
    private List<Long> steps() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(PREFIX + "\\d{1,18}\\" + SUFFIX))
                    .map(name -> Long.valueOf(name.substring(PREFIX.length(), name.length() - SUFFIX.length())))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private Path file(long step) {
        return folder.resolve(PREFIX + step + SUFFIX);
    }

    private static Path checksum(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
