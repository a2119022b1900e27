package dev.temper.toolkit.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.launch.SweepStatus;
import dev.temper.toolkit.results.ResultsReader;
import dev.temper.toolkit.results.SweepResults;
import dev.temper.toolkit.store.RunStore;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressViewTest {
    @TempDir
    private Path folder;

    @Test
    void showsABarAndTheTimeLeftWhileRunsAreOpen() throws Exception {
        MimeBundle view = ProgressView.of(status(OptionalDouble.of(80)), results(), "");
        assertThat(html(view)).contains("<progress", "0 of 72 runs done, 72 running, about 1 min 20 s left");
        assertThat(view.text())
                .startsWith("[                                        ] embedded-smoke 0 of 72 runs done");
    }

    @Test
    void standsStillOnceItWasStopped() throws Exception {
        MimeBundle view =
                ProgressView.of(status(OptionalDouble.of(80)), results(), "stopped; run the cell again to go on");
        assertThat(html(view))
                .contains("0 of 72 runs done, stopped; run the cell again to go on")
                .doesNotContain("<progress", "about");
    }

    private SweepResults results() throws Exception {
        return new ResultsReader(new RunStore(folder)).read(study());
    }

    private static SweepStatus status(OptionalDouble secondsLeft) throws StudyException {
        var sweep = study().sweep();
        return new SweepStatus(
                sweep,
                RunState.DONE,
                sweep.runs().stream()
                        .map(run -> run.id())
                        .collect(Collectors.toMap(Function.identity(), id -> RunState.RUNNING)),
                10,
                secondsLeft);
    }

    private static Study study() throws StudyException {
        return StudyReader.read("", true);
    }

    private static String html(MimeBundle view) {
        return String.valueOf(view.data().get("text/html"));
    }
}
