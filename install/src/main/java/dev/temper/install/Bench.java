package dev.temper.install;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a benchmark by its name: a table for people, and as the last line one line of JSON. */
public final class Bench {
    private static final int WRONG_USE = 2;

    private Bench() {}

    /**
     * Runs a benchmark.
     *
     * @param arguments the benchmark's name, the folder of the peers' scripts and, where one has PyTorch, a Python
     * @throws InterruptedException if the wait for a run is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 2 || !arguments[0].equals("training")) {
            System.err.println("temper: unknown benchmark in " + List.of(arguments) + "; there is: training");
            System.exit(WRONG_USE);
        }
        PrintStream out = System.out;
        Optional<Peer> peer = arguments.length < 3
                ? Optional.empty()
                : Optional.of(new Peer(Path.of(arguments[2]), Path.of(arguments[1], "pytorch_eager.py")));
        try {
            new TrainingBench(peer, out).run();
        } catch (IOException e) {
            System.err.println("temper: " + e.getMessage());
            System.exit(1);
        }
    }
}
