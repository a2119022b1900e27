package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of variables when their class is declared anew, in a machine that has the kernel as its agent. */
class RedefinitionIT {
    /** Cells between bars; what the last one shows; "null" where a variable cannot be kept, since the shape changed. */
    private static final List<List<String>> CASES = List.of(
            List.of("int f() { return 7; }|f()|int f() { return 8; }|f()", "8"),
            List.of("class U { int q() { return 7; } }|new U().q()|class U { int q() { return 8; } }|new U().q()", "8"),
            List.of("class U { int q() { return 7; } }|U v = new U();|class U { int q() { return 8; } }|v.q()", "8"),
            List.of("class U { int q = 7; }|class U { int q = 8; int r = 1; }|new U().q + new U().r", "9"),
            List.of("class U { int q = 7; }|U v = new U();|class U { int q = 8; int r = 1; }|v", "null"),
            List.of("class U { int q = 7; }|List<Object> xs = List.of(1);|class U { int q; int r; }|xs", "[1]"),
            List.of(
                    "class U { int q() { return 7; } }|List<U> xs = List.of(new U());|"
                            + "class U { int q() { return 8; } }|xs.get(0).q()",
                    "8"),
            List.of("record P(int x) {}|P p = new P(3);|record P(int x) { int twice() { return 2 * x; } }|p", "null"),
            List.of(
                    "class U { int q() { return 7; } }|int g() { return new U().q(); }|g()|"
                            + "class U { int q() { return 8; } }|g()",
                    "8"),
            List.of("class U { int q() { return 7; } }|new U()|class U { int q() { return 8; } }|_2.q()", "8"));

    /** Runs in the other machine: prints what the last cell of each case shows. */
    public static void main(String[] arguments) {
        for (List<String> one : CASES) {
            try (JavaSession java = JavaSession.start(List.of("import java.util.*;"))) {
                java.beginCell();
                Outcome outcome = new Outcome.Done(List.of());
                int cell = 0;
                for (String source : one.get(0).split("\\|", -1)) {
                    outcome = java.run(source, new Origin(++cell, 1));
                    if (outcome instanceof Outcome.Value value) {
                        java.keep(cell, value.value());
                    }
                }
                System.out.println(outcome instanceof Outcome.Value value ? value.value() : outcome);
            }
        }
    }

    @Test
    void keepsVariablesAliveWithTheNewCodeWhereTheShapeIsTheSame() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + jar(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedefinitionIT.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).isZero();
        assertThat(shown)
                .containsExactlyElementsOf(CASES.stream().map(one -> one.get(1)).toList());
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("temper-kernel-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }
}
