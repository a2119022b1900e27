package dev.temper.install;

import java.io.IOException;
import java.nio.file.Path;

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
        String[] words = new String[4 + options.length];
        words[0] = Place.python();
        words[1] = Place.script("run_notebook.py");
        words[2] = notebook.toString();
        words[3] = executed.toString();
        System.arraycopy(options, 0, words, 4, options.length);
        return Command.of(words)
                .with("JUPYTER_PATH", prefix.resolve("share/jupyter").toString());
    }
}
