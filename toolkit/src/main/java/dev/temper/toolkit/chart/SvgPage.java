package dev.temper.toolkit.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A chart as SVG: light colours as attributes, dark ones by a style sheet, text as text. */
final class SvgPage {

    private static final String NAMESPACE = SVGGraphics2D.SVG_NAMESPACE_URI;
    private static final int PRECISION = 2;
    private static final String FONTS = "system-ui,'Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif";

    private SvgPage() {}

    static String render(int width, int height, String title, String summary, Drawing drawing) {
        SVGGraphics2D graphics = graphics(width, height);
        Document document = graphics.getDOMFactory();
        Canvas canvas = new Canvas(graphics);
        drawing.onto().accept(canvas);

        Element root = graphics.getRoot();
        SvgLines.join(root);
        root.setAttribute(
                "viewBox", "0 0 " + Numbers.coordinate(drawing.width()) + " " + Numbers.coordinate(drawing.height()));
        root.setAttribute("role", "img");
        root.setAttribute("font-family", FONTS);
        root.insertBefore(child(document, "style", darkStyle()), root.getFirstChild());
        root.insertBefore(child(document, "desc", summary), root.getFirstChild());
        root.insertBefore(child(document, "title", title), root.getFirstChild());
        Element texts = document.createElementNS(NAMESPACE, "g");
        texts.setAttribute("stroke", "none");
        canvas.labels().forEach(label -> texts.appendChild(text(document, label)));
        root.appendChild(texts);
        return write(graphics, root);
    }

    /**
     * Draws a picture that brings its own colours and writes its text as shapes: it looks the same on dark pages.
     */
    static String render(int width, int height, String summary, Consumer<Graphics2D> picture) {
        SVGGraphics2D graphics = graphics(width, height);
        picture.accept(graphics);
        Element root = graphics.getRoot();
        SvgLines.join(root);
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("role", "img");
        root.insertBefore(child(graphics.getDOMFactory(), "desc", summary), root.getFirstChild());
        return write(graphics, root);
    }

    private static SVGGraphics2D graphics(int width, int height) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setPrecision(PRECISION);
        context.setComment(null);
        context.setStyleHandler((element, style, unused) -> setStyle(element, style));
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        return graphics;
    }

    private static Element text(Document document, Label label) {
        Element text = child(document, "text", label.text());
        String x = Numbers.coordinate(label.x());
        String y = Numbers.coordinate(label.y());
        text.setAttribute("x", x);
        text.setAttribute("y", y);
        text.setAttribute("font-size", Numbers.coordinate(label.size()));
        text.setAttribute("fill", paint(label.style().tone().light()));
        if (label.anchor() != Label.Anchor.START) {
            text.setAttribute("text-anchor", label.anchor().word);
        }
        if (label.style().bold) {
            text.setAttribute("font-weight", "bold");
        }
        if (label.style().upwards) {
            text.setAttribute("transform", "rotate(-90 " + x + " " + y + ")");
        }
        return text;
    }

    private static String darkStyle() {
        return Tone.all()
                .map(tone -> rule("fill", tone) + rule("stroke", tone))
                .collect(Collectors.joining("", "@media (prefers-color-scheme:dark){", "}"));
    }

    private static String rule(String property, Tone tone) {
        return "[" + property + "='" + paint(tone.light()) + "']{" + property + ":" + paint(tone.dark()) + "}";
    }

    /** Writes a colour as Batik does: the style sheet finds it by this very text. */
    private static String paint(int rgb) {
        Color color = new Color(rgb);
        return color.equals(Color.WHITE)
                ? "white"
                : "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }

    /** Leaves out what Batik says of fonts, since it writes no text here. */
    private static void setStyle(Element element, Map<?, ?> style) {
        new TreeMap<>(style).forEach((name, value) -> {
            String key = name.toString();
            if (!key.startsWith("font-") && !key.endsWith("-rendering") && !key.equals("color-interpolation")) {
                element.setAttribute(key, value.toString());
            }
        });
    }

    /** Writes each tag on a line of its own, so that two charts can be compared line by line. */
    private static String write(SVGGraphics2D graphics, Element root) {
        StringWriter out = new StringWriter();
        try {
            graphics.stream(root, out, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart could not be written as SVG to memory", e);
        }
        String document = out.toString();
        return document.substring(document.indexOf("<svg"))
                .replaceAll("\\s*\\n\\s*(/?>)", "$1")
                .replaceAll("<(?!/)", "\n<")
                .strip();
    }

    private static Element child(Document document, String name, String content) {
        Element element = document.createElementNS(NAMESPACE, name);
        element.setTextContent(printable(content));
        return element;
    }

    /** Replaces what XML cannot hold. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .map(c -> Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE ? 0xFFFD : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser: its java.xml module is cut down", e);
        }
    }
}
