package dev.temper.toolkit.launch;

import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.store.RunStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A launcher in a process of its own, as a kernel is, so that it can be killed. Prints how many runs are done. */
final class LauncherMain {
    private static final int DEAD = 137;

    private LauncherMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        RunStore store = new RunStore(Path.of(arguments[0]));
        SweepWatcher watcher =
                arguments.length == 1 ? status -> System.out.println(status.count(RunState.DONE)) : dying(store);
        RealSweep.pool(store, 2).run(RealSweep.SWEEP, watcher);
    }

    private static SweepWatcher dying(RunStore store) {
        return RealSweep.inMidSweep(status -> {
            RealSweep.killWorkers(store, 2);
            Runtime.getRuntime().halt(DEAD);
        });
    }

    static Process start(Path root) throws IOException {
        return process(root.toString()).start();
    }

    /** Runs a launcher that in mid sweep kills its workers and itself: all at once, before the sweep can end. */
    static void dieInMidSweep(Path root) throws IOException, InterruptedException {
        int status = process(root.toString(), "dying")
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != DEAD) {
            throw new IOException("the launcher ended with status " + status);
        }
    }

    private static ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LauncherMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Waits until two runs are done, then kills the process with no chance to say anything. */
    static void killInMidSweep(Process launcher) throws IOException, InterruptedException {
        BufferedReader said = launcher.inputReader();
        String done;
        do {
            done = said.readLine();
            if (done == null) {
                throw new IOException("the launcher ended with status " + launcher.waitFor());
            }
        } while (Integer.parseInt(done) < 2);
        launcher.destroyForcibly().waitFor();
    }
}
