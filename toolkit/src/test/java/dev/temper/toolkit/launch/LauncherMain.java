package dev.temper.toolkit.launch;

import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.store.RunStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A launcher in a process of its own, as a kernel is, so that it can be killed. Prints how many runs are done. */
final class LauncherMain {
    private LauncherMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        RealSweep.pool(new RunStore(Path.of(arguments[0])), 2)
                .run(RealSweep.SWEEP, status -> System.out.println(status.count(RunState.DONE)));
    }

    static Process start(Path root) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LauncherMain.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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
