package dev.temper.kernel.builtin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.kernel.builtin.TestNotebook;
import dev.temper.kernel.session.CellResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class TimeTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @Test
    void tellsHowLongCodeTookAndReturnsItsValue() {
        assertThat(NOTEBOOK.value("%time 20 + 1")).isEqualTo("21");
        assertThat(NOTEBOOK.stream("OUT ")).matches("CPU times: .*total: .+\nWall time: .+ (µs|ms|s)\n");
        assertThat(NOTEBOOK.value("var v = %time \"a b\".length()\nv")).isEqualTo("3");
        NOTEBOOK.printed("%%time\nint declared = 4;\nint more = declared + 1;");
        assertThat(NOTEBOOK.value("declared + more")).isEqualTo("9");
    }

    @Test
    void timesOtherMagics() {
        assertThat(NOTEBOOK.value("%%time\n\n%%echo x\nbody")).contains("body");
        assertThat(NOTEBOOK.value("%time %echo {1 + 1}")).isEqualTo("[2]");
    }

    @Test
    void tellsTheLineOfAnErrorAndTheTimeUpToIt() {
        assertThat(NOTEBOOK.error("%%time\nint a = 1;\nint b = zero;").trace())
                .anyMatch(line -> line.contains("Cell [7], line 3"));
        assertThat(NOTEBOOK.stream("OUT ")).contains("Wall time");
        assertThat(NOTEBOOK.error("\n%time 1 / (2 - 2)").trace()).contains("    at Cell [7], line 2");
    }

    @Test
    void measuresAnExpressionManyTimes() {
        NOTEBOOK.printed("double x = 0.5; int calls = 0; double sine() { calls++; return Math.sin(x); }");
        assertThat(NOTEBOOK.printed("%timeit -n 100 -r 3 sine()"))
                .matches("(?s).+ ± .+ per loop \\(mean ± std\\. dev\\. of 3 runs, 100 loops each; best .+\\)\n.*");
        assertThat(Integer.parseInt(NOTEBOOK.value("calls"))).isGreaterThanOrEqualTo(600);
    }

    @Test
    void findsTheNumberOfLoopsAndReturnsTheResult() {
        NOTEBOOK.printed("int[] some = new Random(1).ints(100).toArray();");
        assertThat(NOTEBOOK.value("var m = %timeit -q -r 2 Arrays.stream(some).sum()\nm.loops() > 10 && m.best() > 0"))
                .isEqualTo("true");
        assertThat(NOTEBOOK.bundle("%timeit -o -r 2 -n 10 some.clone()").data()).containsKey("text/html");
    }

    @Test
    void measuresStatementsAfterASetup() {
        NOTEBOOK.printed("var list = new ArrayList<Integer>(List.of(3, 1));");
        NOTEBOOK.printed("%%timeit -n 10 -r 2 var copy = new ArrayList<>(list)\ncopy.sort(null);\nint unused = 3;");
        NOTEBOOK.printed("%timeit -n 10 -r 2 list.sort(null)");
        assertThat(NOTEBOOK.value("list")).isEqualTo("[1, 3]");
    }

    @Test
    void tellsTheLineOfMeasuredCodeThatIsWrong() {
        assertThat(NOTEBOOK.error("\n%timeit nowhere(3)").trace())
                .anyMatch(line -> line.startsWith("Cell [7], line 2"));
        assertThat(NOTEBOOK.error("%%timeit\nint a = 1;\nint b = zero;").trace())
                .anyMatch(line -> line.startsWith("Cell [7], line 3"));
        assertThat(NOTEBOOK.error("%timeit -n 0 3").message())
                .isEqualTo("-n must be a whole number, at least 1, but is 0");
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        NOTEBOOK.printed("int runs = 0;");
        CompletableFuture<CellResult> running =
                CompletableFuture.supplyAsync(() -> NOTEBOOK.run("%timeit -n 1000000000000 runs++"));
        while (!running.isDone()) {
            TimeUnit.MILLISECONDS.sleep(50);
            NOTEBOOK.notebook().interrupt();
        }
        assertThat(running.get()).isInstanceOf(CellResult.Failed.class);
    }

    @Test
    void summarisesTheRuns() {
        TimeitResult result = new TimeitResult(1000, List.of(10.0, 12.0, 14.0), 2, false);

        assertThat(result.mean()).isEqualTo(12);
        assertThat(result.deviation()).isCloseTo(2, within(1e-12));
        assertThat(result.worst()).isEqualTo(14);
        assertThat(result.toString().lines())
                .containsExactly(
                        "12 ns ± 2 ns per loop (mean ± std. dev. of 3 runs, 1,000 loops each; best 10 ns)",
                        "Garbage was collected 2 times during the runs.",
                        "The speed had not settled after the warm-up: take the best run, or more runs (-r).");
    }

    @ParameterizedTest
    @CsvSource({"0.1234,0.123 ns", "999.9,1 µs", "1234567,1.23 ms", "59.96e9,60 s", "125e9,2 min 5 s", "0,0 ns"})
    void writesDurationsWithThreeDigits(double nanos, String text) {
        assertThat(Durations.text(nanos)).isEqualTo(text);
    }
}
