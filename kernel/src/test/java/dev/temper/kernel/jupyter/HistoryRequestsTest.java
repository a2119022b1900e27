package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.temper.kernel.jupyter.history.History;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRequestsTest {
    @TempDir
    Path folder;

    private History history;

    @BeforeEach
    void run() {
        history = History.at(folder.resolve("history.jsonl"), 1 << 20, System.err);
        history.add(1, "a", "value of a");
        history.add(2, "b;", "");
    }

    @AfterEach
    void close() {
        history.close();
    }

    private List<List<Object>> asked(String content) {
        JsonObject question = JsonParser.parseString(content.replace('\'', '"')).getAsJsonObject();
        Request request = new Request(List.of(), new JsonObject(), new JsonObject(), "history_request", question);
        return HistoryRequests.answer(request, history);
    }

    @Test
    void answersEachWayToAsk() {
        assertThat(asked("{'hist_access_type':'tail','n':1}")).containsExactly(List.of(1, 2, "b;"));
        assertThat(asked("{'hist_access_type':'range','session':0,'start':1,'stop':2}"))
                .containsExactly(List.of(1, 1, "a"));
        assertThat(asked("{'hist_access_type':'search','pattern':'b*'}")).containsExactly(List.of(1, 2, "b;"));
        assertThat(asked("{'hist_access_type':'search'}")).hasSize(2);
    }

    @Test
    void tellsTheValuesWhenAsked() {
        assertThat(asked("{'hist_access_type':'tail','n':2,'output':true}").toString())
                .isEqualTo("[[1, 1, [a, value of a]], [1, 2, [b;, null]]]");
    }
}
