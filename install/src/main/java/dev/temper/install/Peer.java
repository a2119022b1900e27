package dev.temper.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The same training in PyTorch, in a process of its own.
 *
 * @param python a Python that has PyTorch
 * @param script what trains there and prints tokens per second
 */
record Peer(Path python, Path script) {
    double tokensPerSecond(int width, long steps) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        python.toString(), script.toString(), String.valueOf(width), String.valueOf(steps))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(script + " ended with status " + process.exitValue() + " in " + python);
        }
        try {
            return Double.parseDouble(said);
        } catch (NumberFormatException e) {
            throw new IOException(script + " must print a number, but printed '" + said + "'", e);
        }
    }
}
