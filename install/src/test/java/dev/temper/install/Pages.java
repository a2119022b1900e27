package dev.temper.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Notebooks as files: writes one for a test, and reads what an executed one holds. */
final class Pages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pages() {}

    /**
     * One code cell.
     *
     * @param source its text
     * @param mayFail whether the notebook goes on after its error
     */
    record Code(String source, boolean mayFail) {
        static Code of(String... lines) {
            return new Code(String.join("\n", lines), false);
        }

        static Code failing(String... lines) {
            return new Code(String.join("\n", lines), true);
        }
    }

    static Path write(Path file, Code... cells) throws IOException {
        ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata")
                .putObject("kernelspec")
                .put("name", "temper")
                .put("display_name", "Temper");
        ArrayNode list = notebook.putArray("cells");
        for (Code cell : cells) {
            ObjectNode node = list.addObject()
                    .put("cell_type", "code")
                    .put("id", "cell-" + list.size())
                    .put("source", cell.source());
            ArrayNode tags = node.putObject("metadata").putArray("tags");
            if (cell.mayFail()) {
                tags.add("raises-exception");
            }
            node.putNull("execution_count").putArray("outputs");
        }
        JSON.writeValue(file.toFile(), notebook);
        return file;
    }

    /** The outputs of every code cell, in the notebook's order. */
    static List<List<Output>> outputs(Path executed) throws IOException {
        return cells(executed).stream().map(Pages::outputs).toList();
    }

    /** The outputs of the code cells that bear a tag. */
    static List<Output> tagged(Path executed, String tag) throws IOException {
        return cells(executed).stream()
                .filter(cell -> stream(cell.path("metadata").path("tags"))
                        .anyMatch(each -> each.asText().equals(tag)))
                .flatMap(cell -> outputs(cell).stream())
                .toList();
    }

    private static List<JsonNode> cells(Path executed) throws IOException {
        return stream(JSON.readTree(Files.readString(executed)).path("cells"))
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .toList();
    }

    private static List<Output> outputs(JsonNode cell) {
        return stream(cell.path("outputs")).map(Output::new).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /**
     * One output of a cell.
     *
     * @param json as the notebook holds it
     */
    record Output(JsonNode json) {
        String type() {
            return json.path("output_type").asText();
        }

        /** The content of one MIME type, empty if it is not there. */
        String data(String mime) {
            return joined(json.path("data").path(mime));
        }

        /** The lines of an error, as the page shows them. */
        String error() {
            List<String> lines = new ArrayList<>();
            json.path("traceback").forEach(line -> lines.add(line.asText()));
            return String.join("\n", lines);
        }

        private static String joined(JsonNode text) {
            StringBuilder whole = new StringBuilder(text.isArray() ? "" : text.asText());
            text.forEach(part -> whole.append(part.asText()));
            return whole.toString();
        }
    }
}
