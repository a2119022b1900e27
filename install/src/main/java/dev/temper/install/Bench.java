package dev.temper.install;

import dev.temper.install.laws.CoverageBench;
import dev.temper.install.laws.JointBench;
import dev.temper.install.laws.LawsBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs a benchmark by its name: a table for people, and as the last line one line of JSON. */
public final class Bench {
    private static final int WRONG_USE = 2;
    private static final List<String> NAMES = List.of("training", "laws", "coverage", "joint");

    private Bench() {}

    /**
     * Runs a benchmark.
     *
     * @param arguments the benchmark's name, the folder of the peers' scripts, a Python that has what the peers need or {@code -}, and
     *     the benchmark's options
     * @throws InterruptedException if the wait for a run is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 3 || !NAMES.contains(arguments[0])) {
            refuse("benchmark must be one of " + String.join(", ", NAMES)
                    + ", with the folder of the peers' scripts and" + " a Python or -, but is "
                    + String.join(" ", arguments));
        }
        Path scripts = Path.of(arguments[1]);
        Optional<Path> python = arguments[2].equals("-") ? Optional.empty() : Optional.of(Path.of(arguments[2]));
        List<String> options = Arrays.asList(arguments).subList(3, arguments.length);
        PrintStream out = System.out;
        try {
            switch (arguments[0]) {
                case "laws" -> new LawsBench(LawsBench.Request.of(options), python, scripts, out).run();
                case "coverage" -> new CoverageBench(CoverageBench.Request.of(options), out).run();
                case "joint" -> new JointBench(options, out).run();
                default ->
                    new TrainingBench(python.map(each -> new Peer(each, scripts.resolve("pytorch_eager.py"))), out)
                            .run();
            }
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            System.err.println("temper: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void refuse(String message) {
        System.err.println("temper: " + message);
        System.exit(WRONG_USE);
    }
}
