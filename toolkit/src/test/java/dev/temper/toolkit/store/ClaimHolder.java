package dev.temper.toolkit.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that takes a claim, says so, and holds it until it is killed or its input ends. */
final class ClaimHolder {
    private ClaimHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (Claim claim = Claim.take(Path.of(arguments[0])).orElse(null)) {
            System.out.println(claim == null ? "refused" : "held");
            System.in.transferTo(System.out);
        }
    }

    static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClaimHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String answer(Process process) throws IOException {
        return process.inputReader().readLine();
    }
}
