package dev.temper.kernel.session;

import dev.temper.kernel.display.Content;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.Session;
import java.awt.image.RenderedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the code of cells can call by its simple name, such as {@code display(value)}. A method that a cell declares by
 * the same name is called instead.
 *
 * <p>{@code html}, {@code markdown} and the like make a value and do not show it: it is shown as the last value of a
 * cell, by {@code display}, or by a renderer that returns it.
 */
public final class Show {
    private static final Map<String, LiveDisplay> NAMED = new ConcurrentHashMap<>();
    private static volatile @Nullable Session current;

    private Show() {}

    static void setSession(Session session) {
        current = session;
        NAMED.clear();
    }

    /**
     * Returns the notebook that this code runs in.
     *
     * @return the session
     * @throws IllegalStateException when this is not the code of a cell
     */
    public static Session notebook() {
        return Optional.ofNullable(current)
                .orElseThrow(
                        () -> new IllegalStateException("notebook() must be called from a cell, but no kernel runs"));
    }

    /**
     * Shows a value below the cell.
     *
     * @param value the value
     */
    public static void display(@Nullable Object value) {
        notebook().display(value);
    }

    /**
     * Shows a value below the cell, to be changed in place by {@link #update(String, Object)}, from later cells too.
     *
     * @param value the value
     * @param id the name of the output; one of the same name that was shown before no longer changes
     */
    public static void display(@Nullable Object value, String id) {
        NAMED.put(id, notebook().live(value));
    }

    /**
     * Shows another value in place of the last one.
     *
     * @param id the name that the output was given
     * @param value the value
     * @throws IllegalArgumentException when nothing was shown by that name
     */
    public static void update(String id, @Nullable Object value) {
        LiveDisplay output = NAMED.get(id);
        if (output == null) {
            throw new IllegalArgumentException(
                    "id must be that of an output, but is " + id + ": call display(value, \"" + id + "\") first");
        }
        output.update(value);
    }

    /**
     * Shows a value that will change in place.
     *
     * @param first the first state
     * @return the handle to show later states by
     */
    public static LiveDisplay live(@Nullable Object first) {
        return notebook().live(first);
    }

    /** Takes away what the cell has shown so far, once it shows something else. */
    public static void clear() {
        notebook().clear(true);
    }

    /**
     * Takes away what the cell has shown so far.
     *
     * @param wait whether to wait until the cell shows something else, so that nothing flickers
     */
    public static void clear(boolean wait) {
        notebook().clear(wait);
    }

    /**
     * Asks the user for a line of text, and waits for it.
     *
     * @param prompt what to ask
     * @return the line, without its end
     */
    public static String input(String prompt) {
        return ask(prompt, false);
    }

    /**
     * Asks the user for a line of text that the page hides, and waits for it.
     *
     * @param prompt what to ask
     * @return the line, without its end
     */
    public static String password(String prompt) {
        return ask(prompt, true);
    }

    private static String ask(String prompt, boolean secret) {
        try {
            return notebook().ask(prompt, secret);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CellStopped("The cell was interrupted.");
        }
    }

    /**
     * Makes a value of HTML.
     *
     * @param html the HTML of a part of a page
     * @return a value that is shown as such
     */
    public static MimeBundle html(String html) {
        return Content.html(html);
    }

    /**
     * Makes a value of Markdown.
     *
     * @param markdown the Markdown
     * @return a value that is shown as such
     */
    public static MimeBundle markdown(String markdown) {
        return Content.markdown(markdown);
    }

    /**
     * Makes a value of LaTeX.
     *
     * @param latex mathematics, such as {@code $$E = mc^2$$}
     * @return a value that is shown as such
     */
    public static MimeBundle latex(String latex) {
        return Content.latex(latex);
    }

    /**
     * Makes a value of SVG.
     *
     * @param svg the document
     * @return a value that is shown as such
     * @throws IllegalArgumentException when there is no svg element in the text
     */
    public static MimeBundle svg(String svg) {
        return Content.svg(svg);
    }

    /**
     * Makes a value of JSON, which can be folded and searched.
     *
     * @param value JSON text, or a value made of maps, collections, arrays, records, texts and numbers
     * @return a value that is shown as such
     * @throws IllegalArgumentException when a text is not JSON
     */
    public static MimeBundle json(Object value) {
        return Content.json(value);
    }

    /**
     * Makes a value of the bytes of an image file.
     *
     * @param file a file of at most 10 MB in PNG, JPEG, GIF, WebP, SVG, BMP or TIFF
     * @return a value that is shown as such
     * @throws IllegalArgumentException when the bytes are none of these, or too many
     */
    public static MimeBundle image(byte[] file) {
        return Content.image(file);
    }

    /**
     * Makes a value of an image file.
     *
     * @param file a file of at most 10 MB in PNG, JPEG, GIF, WebP, SVG, BMP or TIFF
     * @return a value that is shown as such
     * @throws IllegalArgumentException when the file is none of these, or too large
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static MimeBundle image(Path file) {
        return Content.image(file);
    }

    /**
     * Makes a value of an image file.
     *
     * @param file the path of a file of at most 10 MB in PNG, JPEG, GIF, WebP, SVG, BMP or TIFF
     * @return a value that is shown as such
     * @throws IllegalArgumentException when the file is none of these, or too large
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static MimeBundle image(String file) {
        return Content.image(Path.of(file));
    }

    /**
     * Makes a value of an image in memory.
     *
     * @param image the image; one of more than four million pixels is shown smaller
     * @return a value that is shown as such
     */
    public static MimeBundle image(RenderedImage image) {
        return Content.image(image);
    }

    /**
     * Makes a value of any representation, such as a chart of Vega-Lite.
     *
     * @param mime its MIME type
     * @param value the representation: text, bytes, or for a JSON type JSON text or a value made of maps and lists
     * @return a value that is shown as such
     */
    public static MimeBundle bundle(String mime, Object value) {
        return MimeBundle.of(mime, value);
    }

    /**
     * Sets how the values of a type and its subtypes are shown from now on.
     *
     * @param <T> the type
     * @param type the type
     * @param shown gives what to show in place of a value: {@code html(...)} and the like, an image, a text, or any value
     *     that can be shown
     */
    public static <T> void register(Class<T> type, Function<? super T, ?> shown) {
        Renderers renderers = notebook().renderers();
        renderers.register(type, value -> {
            Object instead = shown.apply(value);
            return value.equals(instead) ? MimeBundle.plain(value.toString()) : renderers.render(instead);
        });
    }

    /**
     * Shows the values of a type and its subtypes by methods of their own from now on: {@code toHtml}, {@code toMarkdown},
     * {@code toLatex}, {@code toSvg} and {@code toJson}, which return text, and {@code toPng}, which returns bytes.
     *
     * @param type the type
     * @throws IllegalArgumentException when the type has none of these methods
     */
    public static void register(Class<?> type) {
        notebook().renderers().registerByMethods(type);
    }
}
