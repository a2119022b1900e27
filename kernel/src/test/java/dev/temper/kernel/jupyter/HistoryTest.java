package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.temper.kernel.magic.PastCell;
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
        History history = new History(new HistoryFile(file(), mostBytes), lines);
        for (int i = 0; i < cells.length; i++) {
            history.add(i + 1, cells[i], cells[i].equals("quiet;") ? "" : "value of " + cells[i]);
        }
        return history;
    }

    private static List<List<Object>> asked(History history, String content) {
        JsonObject question = JsonParser.parseString(content.replace('\'', '"')).getAsJsonObject();
        return history.answer(new Request(List.of(), new JsonObject(), new JsonObject(), "history_request", question));
    }

    @Test
    void remembersTheCellsOfEarlierSessions() {
        session(MUCH, "a", "b").close();
        History second = session(MUCH, "c", "quiet;");

        assertThat(asked(second, "{'hist_access_type':'tail','n':3}"))
                .containsExactly(List.of(1, 2, "b"), List.of(2, 1, "c"), List.of(2, 2, "quiet;"));
        assertThat(asked(second, "{'hist_access_type':'tail','n':2,'output':true}")
                        .toString())
                .isEqualTo("[[2, 1, [c, value of c]], [2, 2, [quiet;, null]]]");
        assertThat(second.latest(1)).containsExactly(new PastCell(2, 2, "quiet;"));
    }

    @Test
    void countsSessionsBackAndCellsFromBothEnds() {
        session(MUCH, "a", "b", "c").close();
        History second = session(MUCH, "d");

        assertThat(asked(second, "{'hist_access_type':'range','session':0,'start':1,'stop':2}"))
                .containsExactly(List.of(2, 1, "d"));
        assertThat(asked(second, "{'hist_access_type':'range','session':-1,'start':2,'stop':0}"))
                .containsExactly(List.of(1, 2, "b"), List.of(1, 3, "c"));
        assertThat(asked(second, "{'hist_access_type':'range','session':1,'start':-2,'stop':-1}"))
                .containsExactly(List.of(1, 2, "b"));
        assertThat(asked(second, "{'hist_access_type':'range','session':7,'start':1,'stop':2}"))
                .isEmpty();
    }

    @Test
    void searchesByPatternAndDropsRepeats() {
        History history = session(MUCH, "int a = 1;", "a + 1", "a + 2", "a + 1");

        assertThat(asked(history, "{'hist_access_type':'search','pattern':'a*'}"))
                .hasSize(3);
        assertThat(asked(history, "{'hist_access_type':'search','pattern':'a ? *','unique':true}"))
                .containsExactly(List.of(1, 3, "a + 2"), List.of(1, 4, "a + 1"));
        assertThat(asked(history, "{'hist_access_type':'search','pattern':'*','n':1}"))
                .containsExactly(List.of(1, 4, "a + 1"));
    }

    @Test
    void passesOverWhatADyingKernelLeftAndGoesOnInANewLine() throws IOException {
        session(MUCH, "a").close();
        Files.writeString(file(), "{\"session\":9,\"cel", StandardOpenOption.APPEND);
        session(MUCH, "b").close();

        assertThat(session(MUCH).latest(9)).extracting(PastCell::text).containsExactly("a", "b");
    }

    @Test
    void keepsTheLatestWithinItsBound() throws IOException {
        String[] cells = new String[200];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "cell " + i;
        }
        assertThat(session(4_000, cells).latest(1_000)).hasSize(200);

        assertThat(Files.size(file())).isLessThanOrEqualTo(4_000);
        List<PastCell> kept = session(4_000).latest(1_000);
        assertThat(kept).hasSizeBetween(5, 60).last().isEqualTo(new PastCell(1, 200, "cell 199"));
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

        assertThat(history.latest(9)).containsExactly(new PastCell(1, 1, "a"), new PastCell(1, 2, "b"));
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
