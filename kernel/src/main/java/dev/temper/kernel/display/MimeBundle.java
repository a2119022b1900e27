package dev.temper.kernel.display;

import dev.temper.kernel.display.json.JsonReader;
import dev.temper.kernel.display.json.JsonTree;
import dev.temper.kernel.display.type.TypeNames;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value in several representations, of which a notebook shows the richest that it can.
 *
 * <p>A representation is text, or bytes such as those of a PNG, which are kept as Base64 text, as a notebook stores them.
 * That of a JSON type is kept as a tree of maps, lists, numbers, texts and booleans; it can be given as JSON text too, or
 * as any value made of collections, arrays and records.
 *
 * <p>{@link Content} makes the bundles that are needed most.
 *
 * @param data the representation by MIME type, in the order they were added
 * @param metadata hints by MIME type, such as the size at which an image is to be shown
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    /** The MIME type of plain text, which every bundle should have. */
    public static final String TEXT = "text/plain";

    /** The MIME type of HTML. */
    public static final String HTML = "text/html";

    private static final Pattern MIME = Pattern.compile("[\\w.+-]+/[\\w.+-]+(;.*)?");

    /**
     * Copies both maps.
     *
     * @param data the representation by MIME type
     * @param metadata hints by MIME type
     * @throws IllegalArgumentException when a key is no MIME type, or a representation is not of a kind that its type has
     */
    public MimeBundle {
        Map<String, Object> copy = new LinkedHashMap<>();
        data.forEach((mime, value) -> copy.put(mime, representation(mime, value)));
        data = Collections.unmodifiableMap(copy);
        Map<String, Object> hints = new LinkedHashMap<>();
        metadata.forEach((mime, given) -> hints.put(mime, tree("the hint on " + mime, given)));
        metadata = Collections.unmodifiableMap(hints);
    }

    /**
     * Makes a bundle of one representation.
     *
     * @param mime its MIME type
     * @param value the representation: text, bytes, or a tree for a JSON type
     * @return the bundle
     */
    public static MimeBundle of(String mime, Object value) {
        return new MimeBundle(Map.of(mime, value), Map.of());
    }

    /**
     * Makes a bundle of plain text alone.
     *
     * @param text the text
     * @return the bundle
     */
    public static MimeBundle plain(String text) {
        return of(TEXT, text);
    }

    /**
     * Adds a representation, or replaces the one of the same type.
     *
     * @param mime its MIME type
     * @param value the representation: text, bytes, or a tree for a JSON type
     * @return a new bundle
     */
    public MimeBundle with(String mime, Object value) {
        return new MimeBundle(added(data, mime, value), metadata);
    }

    /**
     * Adds hints on how to show one representation.
     *
     * @param mime the MIME type that the hints are for
     * @param hints the hints, such as {@code width} and {@code height} in pixels; a value may be null
     * @return a new bundle
     */
    public MimeBundle withMetadata(String mime, Map<String, ? extends @Nullable Object> hints) {
        return new MimeBundle(data, added(metadata, mime, hints));
    }

    /**
     * Returns the plain text of this bundle.
     *
     * @return the text, empty when the bundle has none
     */
    public String text() {
        return String.valueOf(data.getOrDefault(TEXT, ""));
    }

    private static Map<String, Object> added(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static Object representation(String mime, Object value) {
        if (!MIME.matcher(mime).matches()) {
            throw new IllegalArgumentException("mime must be a type such as text/html, but is " + mime);
        }
        String what = "the representation " + mime;
        Objects.requireNonNull(value, () -> what + " must not be null");
        if (mime.equals("application/json") || mime.endsWith("+json")) {
            return value instanceof CharSequence json
                    ? notNull(what, JsonReader.read(json.toString()))
                    : tree(what, value);
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw new IllegalArgumentException(
                what + " must be text or bytes, but is of type " + TypeNames.of(value.getClass()));
    }

    private static Object tree(String what, Object value) {
        return notNull(what, JsonTree.of(value));
    }

    private static Object notNull(String what, @Nullable Object value) {
        return Objects.requireNonNull(value, () -> what + " must not be null");
    }
}
