package dev.temper.install.laws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** SciPy's routes in a process of their own, which waits between commands so that both sides can take turns. */
final class ScipyPeer implements AutoCloseable {
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    /** What a command cost and reached. */
    record Answer(double seconds, List<Double> objectives) {}

    ScipyPeer(Path python, Path script, Path runs, Path counts) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        python.toString(), script.toString(), runs.toString(), counts.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        this.process = builder.start();
        this.commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    Answer ask(String command) throws IOException {
        commands.println(command);
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("SciPy's routes ended at the command " + command);
        }
        try {
            List<Double> numbers =
                    Arrays.stream(line.split(" ", -1)).map(Double::valueOf).toList();
            return new Answer(numbers.get(0), numbers.subList(1, numbers.size()));
        } catch (NumberFormatException e) {
            throw new IOException("SciPy's routes must answer " + command + " with numbers, but answered " + line, e);
        }
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
