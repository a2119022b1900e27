package dev.temper.toolkit.magic;

import dev.temper.toolkit.magic.Yaml.Fields;
import dev.temper.toolkit.magic.Yaml.Items;
import dev.temper.toolkit.magic.Yaml.Node;
import dev.temper.toolkit.magic.Yaml.Place;
import dev.temper.toolkit.magic.Yaml.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a study's text over the embedded study. Maps are laid over each other key by key; anything else replaces what is
 * below. The sources are the ones that the text lists: {@code sources: [web, curated]} takes them as they are below, and
 * {@code sources: {web: {price: 2000}}} changes what it says.
 */
final class Layers {
    private static final String BASE = "study";
    private static final String SOURCES = "sources";
    private static final List<String> BASES = List.of("embedded", "embedded-smoke");

    private Layers() {}

    static Fields over(String yaml, boolean smoke, List<Fault> faults) {
        Fields text = Yaml.read(yaml, faults);
        String base = smoke ? BASES.get(1) : BASES.get(0);
        Place place = text.keys().getOrDefault(BASE, Place.TOP);
        if (text.nodes().get(BASE) instanceof Scalar named) {
            if (!BASES.contains(named.text())) {
                faults.add(new Fault(
                        named.place().line(),
                        named.place().column(),
                        "study must be one of " + String.join(", ", BASES) + ", but is '" + named.text() + "'"));
            } else if (!smoke) {
                base = named.text();
            }
        }
        Fields below = (Fields) moved(Yaml.read(resource(base), faults), place);
        return pickSources(merged(below, text), below, text, faults);
    }

    private static Fields merged(Fields below, Fields above) {
        Map<String, Node> nodes = new LinkedHashMap<>(below.nodes());
        Map<String, Place> keys = new LinkedHashMap<>(below.keys());
        above.nodes().forEach((key, node) -> {
            keys.put(key, above.keys().getOrDefault(key, above.place()));
            Node under = below.nodes().get(key);
            nodes.put(key, under instanceof Fields lower && node instanceof Fields upper ? merged(lower, upper) : node);
        });
        return new Fields(above.place(), nodes, keys);
    }

    /** The sources compared are the ones that the text lists, each laid over the one of its name below. */
    private static Fields pickSources(Fields merged, Fields below, Fields text, List<Fault> faults) {
        if (!(below.nodes().get(SOURCES) instanceof Fields known)) {
            return merged;
        }
        Node listed = text.nodes().get(SOURCES);
        if (listed instanceof Items picked) {
            merged.nodes().put(SOURCES, picked(picked, known, faults));
        } else if (listed instanceof Fields described && merged.nodes().get(SOURCES) instanceof Fields all) {
            all.nodes().keySet().retainAll(described.nodes().keySet());
            described.nodes().forEach((name, node) -> {
                boolean bare = node instanceof Scalar scalar && scalar.text().isEmpty();
                Node source = known.nodes().get(name);
                if (bare && source != null) {
                    all.nodes().put(name, source);
                }
            });
        }
        return merged;
    }

    private static Fields picked(Items names, Fields known, List<Fault> faults) {
        Fields kept = Fields.empty(names.place());
        for (Node node : names.nodes()) {
            Node source = node instanceof Scalar name ? known.nodes().get(name.text()) : null;
            if (source != null && node instanceof Scalar name) {
                kept.nodes().put(name.text(), source);
                kept.keys().put(name.text(), name.place());
            } else {
                faults.add(new Fault(
                        node.place().line(),
                        node.place().column(),
                        "unknown source " + Yaml.kind(node) + "; the embedded study has "
                                + String.join(", ", known.nodes().keySet())));
            }
        }
        return kept;
    }

    /** What comes from below has no place in the user's text: faults in it point to where it was asked for. */
    private static Node moved(Node node, Place place) {
        if (node instanceof Fields fields) {
            Fields copy = Fields.empty(place);
            fields.nodes().forEach((key, value) -> {
                copy.nodes().put(key, moved(value, place));
                copy.keys().put(key, place);
            });
            return copy;
        }
        if (node instanceof Items items) {
            return new Items(
                    place,
                    items.nodes().stream().map(each -> moved(each, place)).toList());
        }
        return node instanceof Scalar scalar ? new Scalar(place, scalar.text()) : node;
    }

    private static String resource(String name) {
        try (InputStream in = Layers.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the toolkit's jar must hold " + name + ".yaml, but does not");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
