package dev.temper.toolkit.launch;

import dev.temper.toolkit.store.SweepFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place of one worker process: started when nobody holds it, started again when it was killed. */
final class Slot {
    private static final int MOST_KILLS = 3;

    private static final int LOG_LINES = 5;
    private static final int KILLED = 128;

    private final SweepFolder sweep;
    private final int number;
    private final List<String> command;
    private final Map<String, String> environment;
    private @Nullable Process process;
    private int kills;

    Slot(SweepFolder sweep, int number, List<String> command, Map<String, String> environment) {
        this.sweep = sweep;
        this.number = number;
        this.command = command;
        this.environment = environment;
    }

    /** Starts a worker if none is alive here, be it ours or one that a former kernel left. */
    void keepAlive() throws IOException {
        Process current = process;
        if (current != null && current.isAlive()) {
            return;
        }
        if (current != null) {
            judge(current.exitValue());
            process = null;
        }
        if (!sweep.isSlotTaken(number)) {
            process = start();
        }
    }

    /** Tells the worker, whoever started it, to write a checkpoint and end. */
    void end() throws IOException {
        if (process != null) {
            process.destroy(); // one that has only just been started holds no place yet
        }
        if (sweep.isSlotTaken(number)) {
            sweep.slotOwner(number).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        }
    }

    private void judge(int exit) throws IOException {
        if (exit == 0) {
            return;
        }
        if (exit > KILLED && ++kills <= MOST_KILLS) {
            return;
        }
        throw new IOException("worker " + number + " ended with status " + exit + ": " + lastWords()
                + "\nRuns that are done are kept. Mend the cause and run the cell again; its log is "
                + sweep.log(number));
    }

    private String lastWords() throws IOException {
        Path log = sweep.log(number);
        if (!Files.exists(log)) {
            return "it left no log";
        }
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty()
                ? "it said nothing"
                : String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    private Process start() throws IOException {
        List<String> line = new ArrayList<>();
        onPath("setsid").ifPresent(line::add);
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectInput(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(sweep.beginLog(number).toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Optional<String> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
