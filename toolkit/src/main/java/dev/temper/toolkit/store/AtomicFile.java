package dev.temper.toolkit.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes a file whole or not at all, and so that it survives a power cut once the call returns. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Replaces a file's content.
     *
     * @param file where it goes; its folder must exist
     * @param content all of it
     * @throws IOException if it cannot be written; the old file then stands unchanged
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp-"
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId());
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            IOException fault = new IOException("cannot write " + file + ": " + reason(e), e);
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException left) {
                fault.addSuppressed(left);
            }
            throw fault;
        }
        syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder"));
    }

    /**
     * Replaces a file's content with text in UTF-8.
     *
     * @param file where it goes; its folder must exist
     * @param content all of it
     * @throws IOException if it cannot be written; the old file then stands unchanged
     */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The part of the message that says why; the file is named by whoever reports. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        String message = e instanceof FileSystemException fault && fault.getReason() != null
                ? fault.getReason()
                : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static void syncFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows cannot open a folder, and its renames are journalled
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
