package dev.temper.toolkit.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.SmallStudy;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.store.Claim;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final Done DONE = new Done(0, "", 1, "cpu", 1, "", "");
    private static final Done FAILED = new Done(2, "NaN", 1, "cpu", 1, "", "");

    @TempDir
    private Path folder;

    /** Two anneals of 20 steps from a checkpoint of 60. */
    private final Sweep sweep = SmallStudy.of(
                    SmallStudy.checkpoint("t", 60, 1), List.of(SmallStudy.WEB), List.of(20L), List.of(1L))
            .sweep();

    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private RunStore store;
    private Watch watch;

    @BeforeEach
    void prepare() throws IOException {
        store = new RunStore(folder);
        store.prepare(sweep);
        watch = new Watch(store, sweep, nanos::get);
    }

    @Test
    void readsEachRunsStateFromItsFolder() throws IOException {
        SweepStatus status = watch.look();
        assertThat(status.checkpoint()).isEqualTo(RunState.PLANNED);
        assertThat(status.states()).hasSize(2).containsValue(RunState.PLANNED).doesNotContainKey(sweep.checkpointId());
        assertThat(status.secondsLeft()).isEmpty();

        store.run(sweep.checkpointId()).finish(DONE);
        try (Claim claim = store.run(id(0)).claim().orElseThrow()) {
            assertThat(claim).isNotNull();
            status = watch.look();
            assertThat(status.checkpoint()).isEqualTo(RunState.DONE);
            assertThat(status.states().get(id(0))).isEqualTo(RunState.RUNNING);
            assertThat(status.isFinished()).isFalse();
        }
        assertThat(watch.look().states().get(id(0))).isEqualTo(RunState.PLANNED);

        store.run(id(0)).finish(DONE);
        store.run(id(1)).finish(FAILED);
        status = watch.look();
        assertThat(status.count(RunState.DONE)).isOne();
        assertThat(status.count(RunState.FAILED)).isOne();
        assertThat(status.isFinished()).isTrue();
    }

    @Test
    void estimatesWhatIsLeftFromTheTokensTrainedSinceItBegan() throws IOException {
        store.run(sweep.checkpointId()).finish(DONE);
        watch.look();
        nanos.addAndGet(10_000_000_000L);
        store.run(id(0)).finish(DONE);
        SweepStatus status = watch.look();
        assertThat(status.seconds()).isEqualTo(10);
        assertThat(status.secondsLeft()).hasValue(10);
        store.run(id(1)).finish(DONE);
        assertThat(watch.look().secondsLeft()).hasValue(0);
    }

    @Test
    void refusesAPoolWithoutWorkers() {
        assertThatThrownBy(() -> new LocalPool(store, new Saying("", 0), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workers must be at least 1, but is 0");
    }

    private String id(int run) {
        return sweep.runs().get(run).id();
    }
}
