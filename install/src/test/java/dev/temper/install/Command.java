package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that a test starts, with all it says in one file. */
final class Command {
    private static final long PATIENCE_MINUTES = 15;

    private final List<String> words;
    private final Map<String, String> environment = new HashMap<>();
    private Path directory = Place.ROOT;

    /**
     * What a process left.
     *
     * @param status its exit status
     * @param said everything it wrote, errors too
     */
    record Result(int status, String said) {
        List<String> lines() {
            return said.lines().toList();
        }

        Result succeeded() {
            assertThat(status).as(said).isZero();
            return this;
        }
    }

    private Command(List<String> words) {
        this.words = words;
    }

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    Command with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Command in(Path folder) {
        directory = folder;
        return this;
    }

    /** The same command, run by another one such as {@code unshare}. */
    Command under(String... wrapper) {
        List<String> all = new ArrayList<>(List.of(wrapper));
        all.addAll(words);
        Command command = new Command(all).in(directory);
        command.environment.putAll(environment);
        return command;
    }

    Process start(Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    Result run() throws IOException, InterruptedException {
        Path said = Files.createTempFile("temper-it", ".txt");
        try {
            return end(start(said), said);
        } finally {
            Files.delete(said);
        }
    }

    static Result end(Process process, Path said) throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("not ended in " + PATIENCE_MINUTES + " minutes: " + text(said));
        }
        return new Result(process.exitValue(), text(said));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
