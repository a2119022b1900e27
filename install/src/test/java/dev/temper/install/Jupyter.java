package dev.temper.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel, registered by the script that registers it for users, from the jars that this build has made.
 *
 * @param prefix the folder it is registered in
 */
record Jupyter(Path prefix) {
    static Jupyter install(Path prefix) throws IOException, InterruptedException {
        Path lib = Place.ROOT.resolve("install/target/temper/lib");
        Command.of(
                        Place.python(),
                        Place.script("register_kernel.py"),
                        "--java",
                        Place.JAVA.toString(),
                        "--lib",
                        lib.toString(),
                        "--prefix",
                        prefix.toString())
                .run()
                .succeeded();
        return new Jupyter(prefix);
    }

    /** A command that executes a notebook with this kernel; the kernel works in the folder of the executed copy. */
    Command execute(Path notebook, Path executed, String... options) {
        List<String> words =
                new ArrayList<>(List.of(Place.script("run_notebook.py"), notebook.toString(), executed.toString()));
        words.addAll(List.of(options));
        return python(words.toArray(String[]::new));
    }

    /** A command of the private Python, which finds this kernel before any other. */
    Command python(String... words) {
        List<String> all = new ArrayList<>(List.of(Place.python()));
        all.addAll(List.of(words));
        return Command.of(all.toArray(String[]::new))
                .with("TEMPER_HISTORY", prefix.resolve("history").toString())
                .with("JUPYTER_PATH", prefix.resolve("share/jupyter").toString());
    }
}
