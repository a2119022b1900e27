package dev.temper.kernel.jupyter.history;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.temper.kernel.jupyter.history.History.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of cells that the kernels of a user share: a line of JSON each, readable by the user alone. Whoever changes
 * it holds a lock beside it. What is not a whole line is passed over, as a kernel may have died while it wrote.
 */
final class HistoryFile {
    private static final int MOST_OUTPUT = 2_000;
    private static final Gson GSON = new Gson();
    private static final Object ONE_IN_PROCESS = new Object();

    /** A line: the start of a session, or a cell when there is an input. */
    private record Line(
            int session,
            int cell,
            @Nullable String input,
            @Nullable String output,
            String time) {}

    /** Work on the file while nobody else changes it. */
    @FunctionalInterface
    interface Change<T> {
        T make() throws IOException;
    }

    private final Path path;
    private final long mostBytes;

    /** Names the file; when it would grow beyond the bound, its older half is dropped. */
    HistoryFile(Path path, long mostBytes) {
        this.path = path;
        this.mostBytes = mostBytes;
    }

    /** Where a user's history is: in the file that {@code TEMPER_HISTORY} names, else with the state of programs. */
    static Path place(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("TEMPER_HISTORY", "");
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.isEmpty() ? home.resolve(".local").resolve("state") : Path.of(state);
        return named.isEmpty() ? folder.resolve("temper").resolve("history.jsonl") : Path.of(named);
    }

    /** Begins a session; returns its number, which is greater than those before. */
    int begin() throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException(path + " is no file to write to");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(folder, onlyFor("rwx------"));
        }
        return alone(() -> {
            int session = 1 + lines().mapToInt(Line::session).max().orElse(0);
            append(new Line(session, 0, null, null, Instant.now().toString()));
            if (isPosix()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            return session;
        });
    }

    /** Adds a cell. */
    void add(Entry entry) throws IOException {
        String output = entry.output();
        String kept = output.length() > MOST_OUTPUT ? output.substring(0, MOST_OUTPUT) + "..." : output;
        Line line = new Line(
                entry.session(),
                entry.number(),
                entry.input(),
                kept,
                Instant.now().toString());
        alone(() -> {
            append(line);
            if (Files.size(path) > mostBytes) {
                halve();
            }
            return line;
        });
    }

    /** All cells, oldest first. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        lines().forEach(line -> {
            if (line.input != null) {
                entries.add(new Entry(line.session, line.cell, line.input, line.output == null ? "" : line.output));
            }
        });
        return entries;
    }

    private <T> T alone(Change<T> change) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".lock");
        synchronized (ONE_IN_PROCESS) {
            try (FileChannel channel = FileChannel.open(beside, EnumSet.of(CREATE, WRITE), onlyFor("rw-------"));
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                return change.make();
            }
        }
    }

    private Stream<Line> lines() throws IOException {
        if (!Files.exists(path)) {
            return Stream.empty();
        }
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                .lines()
                .flatMap(HistoryFile::line);
    }

    private static Stream<Line> line(String text) {
        try {
            Line line = GSON.fromJson(text, Line.class);
            return Stream.ofNullable(line);
        } catch (JsonParseException e) {
            return Stream.empty(); // torn
        }
    }

    private void append(Line line) throws IOException {
        byte[] bytes = (GSON.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(path, EnumSet.of(CREATE, READ, WRITE), onlyFor("rw-------"))) {
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            if (end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n') {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
            }
            channel.position(channel.size());
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    private void halve() throws IOException {
        byte[] all = Files.readAllBytes(path);
        int cut = all.length - (int) (mostBytes / 2);
        while (cut < all.length && all[cut - 1] != '\n') {
            cut++;
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(fresh, EnumSet.of(CREATE, WRITE), onlyFor("rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(all, cut, all.length - cut);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] onlyFor(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
