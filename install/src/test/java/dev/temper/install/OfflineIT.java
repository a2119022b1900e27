package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep where there is no network but the machine's own loopback, with an engine that was never unpacked before. */
final class OfflineIT {
    /** Raises the loopback of the new network namespace, then becomes the command. */
    private static final String LOOPBACK_ONLY = """
            import fcntl, os, socket, struct, sys
            with socket.socket() as s:
                fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"lo", 1))
            os.execvp(sys.argv[1], sys.argv[1:])
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void nothingIsFetchedAtRunTime() throws IOException, InterruptedException {
        assumeThat(Command.of("sh", "-c", "unshare -rn true").run().status())
                .as("unshare -rn must be allowed, to shut the network out")
                .isZero();
        Path notebook = Pages.write(folder.resolve("notebook.ipynb"), TinyStudy.sweep("tiny", ""));
        Path executed = folder.resolve("executed.ipynb");
        Jupyter.install(folder.resolve("prefix"))
                .execute(notebook, executed)
                .with("DJL_CACHE_DIR", folder.resolve("engine").toString())
                .under("unshare", "-rn", Place.python(), "-c", LOOPBACK_ONLY)
                .run()
                .succeeded();
        assertThat(Pages.outputs(executed).get(0))
                .singleElement()
                .satisfies(progress -> assertThat(progress.data("text/plain")).contains("2 of 2 runs done"));
    }
}
