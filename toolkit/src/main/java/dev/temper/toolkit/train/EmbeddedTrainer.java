package dev.temper.toolkit.train;

import dev.temper.toolkit.store.RunStore;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Trains the embedded study's small transformers on the CPU, one run at a time in each worker and on one thread. */
public final class EmbeddedTrainer implements Trainer {
    /** Changes whenever the same request would give other numbers. */
    public static final String NAME = "embedded-1";

    /** Makes the trainer. */
    public EmbeddedTrainer() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> command(RunStore store, String sweepId, int slot) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.pytorch.num_threads=1"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                classPath(),
                Worker.class.getName(),
                store.root().toAbsolutePath().toString(),
                sweepId,
                String.valueOf(slot)));
        return command;
    }

    /** One thread a run; waiting threads must not spin, or two runs on two cores slow each other down tenfold. */
    @Override
    public Map<String, String> environment() {
        return Map.of("OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "passive");
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
