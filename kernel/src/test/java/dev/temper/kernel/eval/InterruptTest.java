package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.kernel.eval.stop.CellStopped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class InterruptTest {
    private static final JavaSession JAVA = JavaSession.start(List.of("import java.util.stream.*;"));
    private static final String STARTED = "dev.temper.kernel.eval.Started.now();\n";

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) { try { while (true) {} } catch (Throwable t) {} }",
                "do { try { throw new Error(); } catch (Throwable t) { continue; } finally { } } while (true);",
                "int spin() { while (true) {} }\nspin();",
                "int deep(int n) { return n <= 0 ? 0 : deep(n - 1) + deep(n - 1); }\ndeep(60);",
                "IntStream.range(0, 8).parallel().forEach(i -> { while (true) {} });",
                "Stream.iterate(0, i -> i).filter(i -> i > 0).findFirst();",
                "Thread.sleep(600_000);",
                "while (true) { try { Thread.sleep(600_000); } catch (InterruptedException e) {} }",
                "for (int i = 0; i <= Integer.MAX_VALUE; i++) {}",
                "int j = 0; while (j < 10) { if (j < 5) j++; }",
                "int k = 0; while (true) { switch (k) { case 0: continue; default: break; } }",
                "double[] xs = new double[4096];\nfor (;;) for (int i = 0; i < xs.length; i++) xs[i] = xs[i] * 1.1 + 1;",
                "int[] big = new int[1 << 24];\nfor (;;) { int s = 0; for (int n : big) s += n; big[0] = s; }",
                "new java.io.PipedInputStream(new java.io.PipedOutputStream()).read();",
                "class E { E() { while (true) {} } }\nnew E();",
            })
    void stopsCodeAndKeepsTheSession(String source) throws Exception {
        assertThat(JAVA.run("int kept = 41;", new Origin(1, 1))).isInstanceOf(Outcome.Done.class);
        // declarations come first, so that the signal is given right before the endless part
        int last = source.lastIndexOf('\n') + 1;
        String signalling = source.substring(0, last) + STARTED + source.substring(last);

        Outcome outcome = interrupted(() -> JAVA.run(signalling, new Origin(2, 1)));

        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
        JAVA.beginCell();
        assertThat(JAVA.run("kept + 1", new Origin(3, 1))).isEqualTo(new Outcome.Value(42));
        JAVA.endCell();
    }

    @Test
    void runsNothingAfterCodeThatSwallowsTheStop() throws Exception {
        assertThat(JAVA.run("int after = 0;", new Origin(1, 1))).isInstanceOf(Outcome.Done.class);

        Outcome outcome = interrupted(() ->
                JAVA.run(STARTED + "try { while (true) {} } catch (Throwable t) {}\nafter = 1;", new Origin(2, 1)));

        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
        assertThat(JAVA.variable("after")).contains(0);
    }

    @Test
    void stopsWorkThatIsNotJavaOfACell() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> interrupted(() -> JAVA.call(() -> {
                    Started.now();
                    never.await();
                    return "done";
                })))
                .hasRootCauseInstanceOf(CellStopped.class);
    }

    /** Java 17 can still be made to stop it; later ones leave it to itself after some seconds. */
    @Test
    void goesOnWithoutCodeThatReactsToNothing() {
        AtomicBoolean released = new AtomicBoolean();
        try {
            assertThatThrownBy(() -> interrupted(() -> JAVA.call(() -> {
                        Started.now();
                        while (!released.get()) {
                            Thread.onSpinWait();
                        }
                        return "done";
                    })))
                    .hasRootCauseInstanceOf(CellStopped.class);

            JAVA.beginCell();
            assertThat(JAVA.run("1 + 1", new Origin(3, 1))).isEqualTo(new Outcome.Value(2));
            JAVA.endCell();
        } finally {
            released.set(true);
        }
    }

    @Test
    void leavesALateInterruptToNobody() {
        JAVA.beginCell();
        JAVA.endCell();
        JAVA.interrupt();

        JAVA.beginCell();
        assertThat(JAVA.run("1 + 1", new Origin(1, 1))).isEqualTo(new Outcome.Value(2));
        JAVA.endCell();
    }

    @Test
    void declaresVariablesForWorkThatIsBeingInterrupted() throws Exception {
        Object bound = interrupted(() -> {
            try {
                return JAVA.call(() -> {
                    Started.now();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    JAVA.bind("saved", int.class, 5);
                    return "done";
                });
            } catch (CellStopped e) {
                return JAVA.variable("saved").orElseThrow();
            }
        });

        assertThat(bound).isEqualTo(5);
    }

    /** Runs work as a cell on another thread, and interrupts it once it has started. */
    private static <T> T interrupted(Callable<T> work) throws Exception {
        Started.reset();
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(inCell(work));
            } catch (Exception | CellStopped e) {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        Started.await();
        JAVA.interrupt();
        return result.get(30, TimeUnit.SECONDS);
    }

    /** The cell has ended when this returns: what the caller runs next must not meet its interrupt. */
    private static <T> T inCell(Callable<T> work) throws Exception {
        JAVA.beginCell();
        try {
            return work.call();
        } finally {
            JAVA.endCell();
        }
    }
}
