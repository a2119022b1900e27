package dev.temper.kernel.display;

import dev.temper.kernel.display.json.JsonReader;
import dev.temper.kernel.display.json.JsonText;
import dev.temper.kernel.display.json.JsonTree;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes bundles of content that is at hand in a format of its own. Each has plain text for what cannot show the format. */
public final class Content {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_JSON = 2_000_000;
    private static final int UNFOLDED_LINES = 30;

    private Content() {}

    /**
     * Wraps HTML, as it stands.
     *
     * @param html the HTML of a part of a page; a notebook that is not trusted drops style sheets and scripts from it
     * @return the bundle
     */
    public static MimeBundle html(String html) {
        return MimeBundle.of(MimeBundle.HTML, html).with(MimeBundle.TEXT, cut(Markup.textOf(html)));
    }

    /**
     * Wraps Markdown, as it stands.
     *
     * @param markdown the Markdown
     * @return the bundle
     */
    public static MimeBundle markdown(String markdown) {
        return MimeBundle.of("text/markdown", markdown).with(MimeBundle.TEXT, cut(markdown));
    }

    /**
     * Wraps LaTeX, as it stands. A page shows only mathematics.
     *
     * @param latex such as {@code $$E = mc^2$$}
     * @return the bundle
     */
    public static MimeBundle latex(String latex) {
        return MimeBundle.of("text/latex", latex).with(MimeBundle.TEXT, cut(latex));
    }

    /**
     * Wraps SVG. Of width, height and view box, what is missing is added where the others tell it.
     *
     * @param svg the document
     * @return the bundle
     * @throws IllegalArgumentException when there is no svg element in the text
     */
    public static MimeBundle svg(String svg) {
        return MimeBundle.of("image/svg+xml", Svg.sized(svg)).with(MimeBundle.TEXT, "SVG image");
    }

    /**
     * Wraps the bytes of an image file.
     *
     * @param file a file of at most 10 MB in PNG, JPEG, GIF, WebP, SVG, BMP or TIFF
     * @return the bundle
     * @throws IllegalArgumentException when the bytes are none of these, or too many
     */
    public static MimeBundle image(byte[] file) {
        return Pictures.of(file, "the image");
    }

    /**
     * Reads an image file.
     *
     * @param file a file of at most 10 MB in PNG, JPEG, GIF, WebP, SVG, BMP or TIFF
     * @return the bundle
     * @throws IllegalArgumentException when the file is none of these, or too large
     * @throws UncheckedIOException when the file cannot be read
     */
    public static MimeBundle image(Path file) {
        try {
            return Pictures.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the image " + file.toAbsolutePath() + " cannot be read: " + e, e);
        }
    }

    /**
     * Shows an image in memory.
     *
     * @param image the image; one of more than four million pixels is shown smaller
     * @return the bundle, of a PNG
     */
    public static MimeBundle image(RenderedImage image) {
        return Pictures.of(image);
    }

    /**
     * Shows JSON, which a page lets the user fold and search.
     *
     * @param value JSON text, or a value made of maps, collections, arrays, records, texts and numbers
     * @return the bundle
     * @throws IllegalArgumentException when a text is not JSON, with the line and the column, or a value holds itself
     */
    public static MimeBundle json(Object value) {
        Object tree = value instanceof CharSequence text ? JsonReader.read(text.toString()) : JsonTree.of(value);
        String text = JsonText.of(tree);
        MimeBundle plain = MimeBundle.plain(cut(text));
        if (!(tree instanceof Map || tree instanceof List) || text.length() > MOST_JSON) {
            return plain;
        }
        boolean unfolded = text.lines().limit(UNFOLDED_LINES + 1).count() <= UNFOLDED_LINES;
        return plain.with("application/json", tree).withMetadata("application/json", Map.of("expanded", unfolded));
    }

    private static String cut(String text) {
        return Cut.withNote(text, MOST_CHARACTERS);
    }
}
