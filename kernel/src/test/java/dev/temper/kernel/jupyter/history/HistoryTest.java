package dev.temper.kernel.jupyter.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.jupyter.history.History.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final long MUCH = 1 << 20;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private Path file() {
        return folder.resolve("state").resolve("history.jsonl");
    }

    private History session(long mostBytes, String... cells) {
        PrintStream lines = new PrintStream(log, true, StandardCharsets.UTF_8);
        History history = History.at(file(), mostBytes, lines);
        for (int i = 0; i < cells.length; i++) {
            history.add(i + 1, cells[i], cells[i].equals("quiet;") ? "" : "value of " + cells[i]);
        }
        return history;
    }

    @Test
    void remembersTheCellsOfEarlierSessions() {
        session(MUCH, "a", "b").close();
        History second = session(MUCH, "c", "quiet;");

        assertThat(second.latest(3))
                .containsExactly(
                        new Entry(1, 2, "b", "value of b"),
                        new Entry(2, 1, "c", "value of c"),
                        new Entry(2, 2, "quiet;", ""));
    }

    @Test
    void countsSessionsBackAndCellsFromBothEnds() {
        session(MUCH, "a", "b", "c").close();
        History second = session(MUCH, "d");

        assertThat(second.range(0, 1, 2)).extracting(Entry::input).containsExactly("d");
        assertThat(second.range(-1, 2, 0)).extracting(Entry::input).containsExactly("b", "c");
        assertThat(second.range(1, -2, -1)).extracting(Entry::input).containsExactly("b");
        assertThat(second.range(7, 1, 2)).isEmpty();
    }

    @Test
    void searchesByPatternAndDropsRepeats() {
        History history = session(MUCH, "int a = 1;", "a + 1", "a + 2", "a + 1");

        assertThat(history.search("a*", false, 0)).hasSize(3);
        assertThat(history.search("a ? *", true, 0)).extracting(Entry::number).containsExactly(3, 4);
        assertThat(history.search("*", false, 1)).extracting(Entry::number).containsExactly(4);
    }

    @Test
    void passesOverWhatADyingKernelLeftAndGoesOnInANewLine() throws IOException {
        session(MUCH, "a").close();
        Files.writeString(file(), "{\"session\":9,\"cel", StandardOpenOption.APPEND);
        session(MUCH, "b").close();

        assertThat(session(MUCH).latest(9)).extracting(Entry::input).containsExactly("a", "b");
    }

    @Test
    void keepsTheLatestWithinItsBound() throws IOException {
        String[] cells = new String[200];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "cell " + i;
        }
        assertThat(session(4_000, cells).latest(1_000)).hasSize(200);

        assertThat(Files.size(file())).isLessThanOrEqualTo(4_000);
        List<Entry> kept = session(4_000).latest(1_000);
        assertThat(kept).hasSizeBetween(5, 60).last().isEqualTo(new Entry(1, 200, "cell 199", "value of cell 199"));
    }

    @Test
    void isForTheUserAlone() throws IOException {
        session(MUCH, "a").close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void remembersItsOwnCellsWhenTheFileCannotBeWritten() throws IOException {
        Files.createDirectories(file());
        History history = session(MUCH, "a", "b");

        assertThat(history.latest(9))
                .containsExactly(new Entry(1, 1, "a", "value of a"), new Entry(1, 2, "b", "value of b"));
        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("the history is not kept", file().toString());
    }

    @Test
    void isWhereTheEnvironmentSays() {
        Path home = Path.of("home");

        assertThat(HistoryFile.place(Map.of(), home)).isEqualTo(Path.of("home/.local/state/temper/history.jsonl"));
        assertThat(HistoryFile.place(Map.of("XDG_STATE_HOME", "state"), home))
                .isEqualTo(Path.of("state/temper/history.jsonl"));
        assertThat(HistoryFile.place(Map.of("TEMPER_HISTORY", "mine.jsonl"), home))
                .isEqualTo(Path.of("mine.jsonl"));
    }
}
