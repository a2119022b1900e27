package dev.temper.toolkit.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.chart.Chart;
import dev.temper.toolkit.results.SweepResults;
import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.utility.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepMagicTest {
    /** A real study of a few seconds. */
    private static final String TINY = """
            name: tiny
            checkpoint: {model: {width: 16, layers: 1, context: 8}, batch: 4, tokens: 6400, warm-up: 320}
            general: {pool: 20000}
            sources:
              curated: {pool: 500}
              web: {pool: 5000}
            evaluation-windows: 20
            budgets: [320, 640, 1280, 2560]
            seeds: [1, 2]
            """;

    private Path folder;
    private RecordingSession session;

    @BeforeAll
    void runTheTinySweepOnce(@TempDir Path temporary) throws Exception {
        folder = temporary;
        session = new RecordingSession(folder);
        assertThat(new SweepMagic().run(Invocation.cell("sweep", "tiny --workers 2", TINY), session))
                .isNull();
    }

    @Test
    void leavesTheResultsInTheVariableOfItsName() {
        SweepResults results = Objects.requireNonNull((SweepResults) session.variables.get("tiny"));
        assertThat(results.count(RunState.DONE)).isEqualTo(24);
        assertThat(results)
                .hasToString("sweep " + results.sweep().id()
                        + " of study tiny: 24 of 24 runs done, 0 failed, 28,800 tokens");
    }

    @Test
    void showsOneDisplayThatEndsStatic() {
        List<MimeBundle> states = session.displays.get(0);
        assertThat(session.displays).hasSize(1);
        assertThat(states).hasSizeGreaterThan(1);
        MimeBundle last = states.get(states.size() - 1);
        assertThat(html(last))
                .contains("24 of 24 runs done", "curated", "web", "control")
                .doesNotContain("<progress", "<script", "<style");
        assertThat(html(states.get(0))).contains("<progress");
        assertThat(last.text()).startsWith("[========================================] tiny 24 of 24 runs done");
    }

    @Test
    void runsNothingTwice() throws Exception {
        RecordingSession again = new RecordingSession(folder);
        List<String> before = doneTimes();
        new SweepMagic().run(Invocation.cell("sweep", "again", TINY), again);
        assertThat(again.displays.get(0)).hasSize(1);
        assertThat(doneTimes()).isEqualTo(before);
    }

    @Test
    void givesOneTidyTable() throws Exception {
        Table table = (Table) run(new ResultsMagic(), Invocation.line("results", "tiny"));
        assertThat(table.columnNames())
                .containsExactly(
                        "run",
                        "source",
                        "budget",
                        "source tokens",
                        "epochs",
                        "seed",
                        "metric",
                        "domain",
                        "value",
                        "FLOP",
                        "seconds",
                        "cost",
                        "state");
        assertThat(table.rowCount()).isEqualTo(24 * 4);
        assertThat(table.doubleColumn("value").isMissing().size()).isZero();
        assertThat(session.renderers().render(table).text())
                .contains("96 rows × 13 columns of tiny, the first 20 and the last 5 shown");
    }

    @Test
    void keepsTheRowsOfRunsThatAreMissing() throws Exception {
        SweepResults results = Objects.requireNonNull((SweepResults) session.variables.get("tiny"));
        RecordingSession elsewhere = new RecordingSession(folder.resolve("elsewhere"));
        elsewhere.variables.put(
                "tiny",
                new SweepResults(
                        results.study(),
                        new RunStore(folder.resolve("nothing")),
                        results.sweep(),
                        List.of(),
                        List.of(),
                        List.of()));
        Table table = (Table) new ResultsMagic().run(Invocation.line("results", "tiny"), elsewhere);
        assertThat(table.rowCount()).isEqualTo(24 * 2);
        assertThat(table.stringColumn("state").unique().asList()).containsExactly("planned");
        assertThat(table.doubleColumn("value").isMissing().size()).isEqualTo(48);
    }

    @Test
    void decidesAndDraws() throws Exception {
        Decision decision = (Decision) run(new VerdictMagic(), Invocation.line("verdict", "tiny --at 10k"));
        MimeBundle shown = session.renderers().render(decision);
        assertThat(shown.text())
                .contains("point estimate at 320", "curve at 10k", "cost there", "P(best)", "curated", "web");
        assertThat(shown.data()).containsKeys("text/html", "text/latex");
        for (String x : List.of("tokens", "flop", "cost")) {
            for (String y : List.of("loss", "gain")) {
                Chart chart = (Chart)
                        run(new CurvesMagic(), Invocation.line("curves", "tiny --fit-to 1280 --x " + x + " --y " + y));
                assertThat(session.renderers().render(chart).data())
                        .containsOnlyKeys("image/svg+xml", "image/png", "text/plain");
            }
        }
        MimeBundle fits = (MimeBundle) run(new FitsMagic(), Invocation.line("fits", "tiny"));
        assertThat(fits.text()).contains("curated", "web", "control", "loss", "gain", "α");
        MimeBundle sources = (MimeBundle) run(new SourcesMagic(), Invocation.line("sources", "tiny"));
        assertThat(sources.text()).contains("curated", "50000", "<doc>");
    }

    @Test
    void listsRunsTokensFlopAndCostWithoutStartingAny() throws Exception {
        RecordingSession dry = new RecordingSession(folder.resolve("dry"));
        MimeBundle plan = (MimeBundle)
                Objects.requireNonNull(new SweepMagic().run(Invocation.cell("sweep", "s --dry-run", ""), dry));
        assertThat(plan.text().lines().count()).isGreaterThan(105);
        assertThat(plan.text()).contains("105 runs, 39,014,400 tokens, 6.99T FLOP", "1,310,720", "655,360", "218");
        assertThat(folder.resolve("dry")).doesNotExist();
        assertThat(dry.variables).isEmpty();
    }

    @Test
    void namesTheCellsLineOfEveryFault() {
        assertThatThrownBy(() -> run(
                        new SweepMagic(), Invocation.cell("sweep", "s", "seeds: [1]\nsources:\n  web: {price: -1}")))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "line 4, column 16: price of source web must be zero or more US dollars per million unique tokens, but is '-1'");
    }

    @Test
    void showsRunsThatFailedAndRunsThemAgainWhenAsked() throws Exception {
        String steep =
                TINY.replace("batch: 4,", "batch: 4, learning-rate: 1e8,").replace("seeds: [1, 2]", "seeds: [1]");
        SweepResults failed = sweep("steep --runs steep", steep);
        assertThat(failed.count(RunState.FAILED)).isEqualTo(12);
        assertThat(failed.runs().get(0).reason()).contains("that it starts from failed: the training loss became");
        assertThat(((Table) run(new ResultsMagic(), Invocation.line("results", "steep"))).rowCount())
                .isEqualTo(12 * 2);
        Path folder = failed.store().run(failed.sweep().checkpointId()).path();
        sweep("steep --runs steep", steep);
        assertThat(folder.resolve("done.json.failed")).doesNotExist();
        sweep("steep --runs steep --retry", steep);
        assertThat(folder.resolve("done.json.failed")).exists();
        assertThat(folder.resolve("done.json")).exists();
    }

    @Test
    void refusesARunsFolderThatCannotBeMade() throws Exception {
        Files.writeString(folder.resolve("a-file"), "");
        assertThatThrownBy(() -> run(new SweepMagic(), Invocation.cell("sweep", "s --runs a-file", TINY)))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("cannot make the run folder")
                .hasMessageContaining("a-file");
        assertThat(session.variables).doesNotContainKey("s");
    }

    @Test
    void saysWhatIsMissingWhenASweepIsNotThere() {
        assertThatThrownBy(() -> run(new VerdictMagic(), Invocation.line("verdict", "nobody")))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "there must be a sweep named 'nobody', but there is no such variable; run %%sweep nobody first");
        assertThatThrownBy(() -> run(new VerdictMagic(), Invocation.line("verdict", "tiny --fit-to 100")))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "--fit-to must be at least the smallest budget, 320, but is 100; the budgets are [320, 640, 1280, 2560]");
        assertThatThrownBy(() -> run(new CurvesMagic(), Invocation.line("curves", "tiny --domain law")))
                .isInstanceOf(MagicException.class)
                .hasMessage("--domain must be one of domain, general, but is 'law'");
        assertThatThrownBy(() -> run(new SweepMagic(), Invocation.cell("sweep", "2nd", "")))
                .isInstanceOf(MagicException.class)
                .hasMessage("the sweep's name must be a Java variable name, but is '2nd'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1025", "99999999999"})
    void refusesANumberOfWorkersOutOfBounds(String workers) {
        assertThatThrownBy(() -> run(new SweepMagic(), Invocation.cell("sweep", "s --workers=" + workers, TINY)))
                .isInstanceOf(MagicException.class)
                .hasMessage("--workers must lie from 1 to 1024, but is " + workers);
    }

    private Object run(Magic magic, Invocation invocation) throws Exception {
        return Objects.requireNonNull(magic.run(invocation, session));
    }

    private SweepResults sweep(String arguments, String yaml) throws Exception {
        new SweepMagic().run(Invocation.cell("sweep", arguments, yaml), session);
        return Objects.requireNonNull((SweepResults) session.variables.get("steep"));
    }

    private static String html(MimeBundle bundle) {
        return String.valueOf(bundle.data().get("text/html"));
    }

    private List<String> doneTimes() throws Exception {
        try (var files = Files.walk(folder.resolve("temper-runs/runs"))) {
            return files.filter(file -> file.endsWith("done.json"))
                    .sorted()
                    .map(file -> {
                        try {
                            return file + " " + Files.getLastModifiedTime(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
