package dev.temper.toolkit.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.Run;
import dev.temper.toolkit.anneal.SmallStudy;
import dev.temper.toolkit.world.World;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final int WINDOW = SmallStudy.SHAPE.context() + 1;
    private static final int STEP = 4 * WINDOW;
    private final List<Run> runs = SmallStudy.standard("t").sweep().runs();
    private final Texts texts = new Texts();

    @Test
    void aStepIsTheSameHoweverItIsReached() {
        Batches batches = new Batches(curated(0), texts);
        long[] all = batches.windows(0, 10);
        for (int step = 9; step >= 0; step--) {
            assertThat(new Batches(curated(0), new Texts()).windows(step, 1))
                    .isEqualTo(Arrays.copyOfRange(all, step * STEP, (step + 1) * STEP));
        }
    }

    @Test
    void halfOfTheWindowsComeFromTheSourceAndHalfFromGeneralText() {
        Request request = curated(0);
        Set<List<Long>> source = windowsOf("pool curated", 300, request);
        Set<List<Long>> general = windowsOf("pool general", 20_000, request);
        long[] drawn = new Batches(request, texts).windows(0, 20);
        for (int window = 0; window < drawn.length / WINDOW; window++) {
            List<Long> tokens = Arrays.stream(drawn, window * WINDOW, (window + 1) * WINDOW)
                    .boxed()
                    .toList();
            assertThat(window % 4 < 2 ? source : general).contains(tokens);
        }
    }

    @Test
    void everyWindowOfAPoolIsDrawnFromFirstToLast() {
        Request request = curated(0);
        Set<List<Long>> drawn = new HashSet<>();
        long[] windows = new Batches(request, texts).windows(0, 4_000);
        for (int window = 0; window < windows.length / WINDOW; window++) {
            if (window % 4 < 2) {
                drawn.add(Arrays.stream(windows, window * WINDOW, (window + 1) * WINDOW)
                        .boxed()
                        .toList());
            }
        }
        assertThat(drawn).isEqualTo(windowsOf("pool curated", 300, request));
    }

    @Test
    void anotherSeedIsAnotherOrderOfTheSamePool() {
        assertThat(new Batches(curated(0), texts).windows(0, 5))
                .isNotEqualTo(new Batches(curated(1), texts).windows(0, 5));
    }

    @Test
    void heldOutTextIsTheSameForAllRunsAndInNoPool() {
        long[] heldOut = texts.heldOut(runs.get(0).request(), "domain");
        assertThat(heldOut).hasSize(20 * WINDOW);
        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(new Texts().heldOut(run.request(), "domain")).isEqualTo(heldOut));
        for (int window = 1; window < 20; window++) {
            assertThat(heldOut[window * WINDOW]).isEqualTo(heldOut[window * WINDOW - 1]);
        }
        assertThat(texts.heldOut(runs.get(0).request(), "general")).isNotEqualTo(heldOut);
        assertThat(Arrays.equals(heldOut, 0, 33, texts.heldOut(runs.get(0).request(), "general"), 0, 33))
                .isFalse();
    }

    private Request curated(int seed) {
        Request request = runs.get(1 + 3 * seed).request();
        assertThat(request.portions().get(0).name()).isEqualTo("curated");
        return request;
    }

    private static Set<List<Long>> windowsOf(String name, int tokens, Request request) {
        var profile = name.equals("pool curated")
                ? request.portions().get(0).text()
                : request.portions().get(1).text();
        int[] pool = new World(1).text(name, tokens, profile);
        Set<List<Long>> windows = new HashSet<>();
        for (int from = 0; from + WINDOW <= tokens; from++) {
            windows.add(Arrays.stream(pool, from, from + WINDOW)
                    .asLongStream()
                    .boxed()
                    .toList());
        }
        return windows;
    }
}
