package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a page asks of the real kernel while the user types. */
@Timeout(120)
class AssistanceIT {
    @TempDir
    static Path folder;

    private static KernelClient client;

    @BeforeAll
    static void start() throws IOException {
        client = new KernelClient(folder);
        client.awaitReady();
        run("int started = 1;");
    }

    private static void run(String cell) {
        String id = client.execute(cell);
        client.published(id);
        assertThat(client.receive(client.shell()).text("status")).isEqualTo("ok");
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static JsonObject ask(String type, Map<String, Object> content) {
        client.send(client.shell(), type + "_request", content);
        JsonObject reply = client.receive(client.shell()).content();
        assertThat(reply.get("status").getAsString()).isNotEqualTo("error");
        return reply;
    }

    private static JsonObject complete(String code) {
        return ask("complete", Map.of("code", code, "cursor_pos", code.codePointCount(0, code.length())));
    }

    private static JsonObject inspect(String code, int detail) {
        return ask(
                "inspect",
                Map.of("code", code, "cursor_pos", code.codePointCount(0, code.length()), "detail_level", detail));
    }

    private static List<String> matches(JsonObject reply) {
        List<String> all = new ArrayList<>();
        reply.getAsJsonArray("matches").forEach(match -> all.add(match.getAsString()));
        return all;
    }

    @Test
    void completesWithTypesAndSignaturesByCodePoints() {
        JsonObject reply = complete("\"𝄞\".subs");

        assertThat(matches(reply)).containsExactly("substring");
        JsonArray types = reply.getAsJsonObject("metadata").getAsJsonArray("_jupyter_types_experimental");
        assertThat(types).hasSize(1);
        JsonObject type = types.get(0).getAsJsonObject();
        assertThat(type.get("text").getAsString()).isEqualTo("substring");
        assertThat(type.get("type").getAsString()).isEqualTo("function");
        assertThat(type.get("signature").getAsString()).isEqualTo("(int): String\n(int, int): String");
        assertThat(type.get("start").getAsInt()).isEqualTo(4);
        assertThat(type.get("end").getAsInt()).isEqualTo(8);
    }

    @Test
    void completesWhatCellsHaveDeclaredAndMagics() {
        run("record Reading(double volts) { double milli() { return volts * 1000; } }\n"
                + "var readings = List.of(new Reading(1.5));");

        assertThat(matches(complete("readings.stream().map(r -> r.mil"))).containsExactly("milli");
        assertThat(matches(complete("%hel"))).contains("%help");
        assertThat(inspect("readings", 0)
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .contains("List<Reading> readings\n= ")
                .contains("1 element [Reading]");
    }

    @Test
    void explainsAnOpenCallInThreeFormats() {
        JsonObject reply = inspect("Math.max(1, ", 0);

        assertThat(reply.get("found").getAsBoolean()).isTrue();
        JsonObject data = reply.getAsJsonObject("data");
        assertThat(data.keySet()).containsExactlyInAnyOrder("text/plain", "text/markdown", "text/html");
        assertThat(data.get("text/plain").getAsString()).startsWith("static int Math.max(int");
        assertThat(data.get("text/html").getAsString())
                .startsWith("<pre style=")
                .doesNotContain("class=");
        assertThat(inspect("nowhere(", 1).get("found").getAsBoolean()).isFalse();
    }

    @Test
    void tellsHowFarTheNextLineIsToBeIndented() {
        JsonObject open = ask("is_complete", Map.of("code", "for (int i : x) {\n    while (true) {"));

        assertThat(open.get("status").getAsString()).isEqualTo("incomplete");
        assertThat(open.get("indent").getAsString()).isEqualTo("        ");
        assertThat(ask("is_complete", Map.of("code", "int x = 1;"))
                        .get("status")
                        .getAsString())
                .isEqualTo("complete");
        assertThat(ask("is_complete", Map.of("code", "int = ;")).get("status").getAsString())
                .isEqualTo("invalid");
    }
}
