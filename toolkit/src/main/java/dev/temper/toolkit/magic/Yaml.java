package dev.temper.toolkit.magic;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/** A YAML text as a tree in which every node knows where it stands. */
final class Yaml {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 20;

    private final YAMLParser parser;
    private final List<Fault> faults;

    private Yaml(YAMLParser parser, List<Fault> faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** A place in the text, both from 1. */
    record Place(int line, int column) {
        static final Place TOP = new Place(1, 1);
    }

    /** One node of the tree. */
    sealed interface Node permits Scalar, Items, Fields {
        Place place();
    }

    /** A single value; an empty text also stands for YAML's null. */
    record Scalar(Place place, String text) implements Node {}

    /** A list. */
    record Items(Place place, List<Node> nodes) implements Node {}

    /** A map, in the order of the text; the places of its keys beside it. */
    record Fields(Place place, Map<String, Node> nodes, Map<String, Place> keys) implements Node {
        static Fields empty(Place place) {
            return new Fields(place, new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /** Reads a text whose top is a map; what cannot be read is added to the faults. */
    static Fields read(String text, List<Fault> faults) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setNestingDepthLimit(DEEPEST);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(limits).build();
        try (YAMLParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                return Fields.empty(Place.TOP);
            }
            Node top = new Yaml(parser, faults).node();
            if (top instanceof Fields fields) {
                return fields;
            }
            faults.add(new Fault(
                    top.place().line(),
                    top.place().column(),
                    "a study must be a list of 'key: value' lines, but is " + kind(top)));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            faults.add(new Fault(
                    at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), "not YAML: " + firstLine(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Fields.empty(Place.TOP);
    }

    static String kind(Node node) {
        if (node instanceof Scalar scalar) {
            return "'" + scalar.text() + "'";
        }
        return node instanceof Items ? "a list" : "a map";
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }

    private Node node() throws IOException {
        Place place = place();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields(place);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> nodes = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                nodes.add(node());
            }
            return new Items(place, nodes);
        }
        return new Scalar(place, token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private Fields fields(Place place) throws IOException {
        Fields fields = Fields.empty(place);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place();
            parser.nextToken();
            Node value = node();
            fields.keys().put(key, keyPlace);
            if (fields.nodes().put(key, value) != null) {
                faults.add(new Fault(
                        keyPlace.line(), keyPlace.column(), "'" + key + "' must stand once, but stands again here"));
            }
        }
        return fields;
    }

    private Place place() {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(at.getLineNr(), at.getColumnNr());
    }
}
