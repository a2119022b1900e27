package dev.temper.kernel.display;

import java.awt.image.RenderedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shows the kinds of values that are more than text and that no one has registered a renderer for. */
final class Kinds {
    private static final int MOST_TRACE = 20_000;
    private static final Set<String> JSON_TYPES = Set.of(
            "com.google.gson.JsonElement",
            "com.fasterxml.jackson.databind.JsonNode",
            "tools.jackson.databind.JsonNode",
            "org.json.JSONObject",
            "org.json.JSONArray",
            "jakarta.json.JsonStructure",
            "javax.json.JsonStructure");

    private Kinds() {}

    /** Shows a value that is not plain text. */
    static Optional<MimeBundle> of(Object value, Function<? super Throwable, List<String>> traces) {
        if (value instanceof Number || value instanceof CharSequence) {
            return Optional.empty();
        }
        if (value instanceof RenderedImage image) {
            return Optional.of(Pictures.of(image));
        }
        if (value instanceof Path path) {
            return Optional.of(Pictures.ofPathIfImage(path));
        }
        if (value instanceof File file) {
            return Optional.of(Pictures.ofPathIfImage(file.toPath()));
        }
        if (value instanceof Throwable thrown) {
            return Optional.of(MimeBundle.plain(Cut.withNote(String.join("\n", traces.apply(thrown)), MOST_TRACE)));
        }
        return isJson(value.getClass()) ? json(value) : Tables.of(value);
    }

    /** All of these libraries write JSON when asked for text, and none has to be there for that to be known. */
    private static Optional<MimeBundle> json(Object value) {
        try {
            return Optional.of(Content.json(value.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // such as a leaf that another version of the library writes without quotes
        }
    }

    private static boolean isJson(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (JSON_TYPES.contains(c.getName())) {
                return true;
            }
            for (Class<?> i : c.getInterfaces()) {
                if (JSON_TYPES.contains(i.getName()) || isJson(i)) {
                    return true;
                }
            }
        }
        return false;
    }
}
