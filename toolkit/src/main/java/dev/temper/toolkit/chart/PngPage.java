package dev.temper.toolkit.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A chart as PNG, in its light colours. */
final class PngPage {

    private PngPage() {}

    static byte[] render(int width, int height, int scale, Drawing drawing) {
        return render(width * scale, height * scale, graphics -> {
            graphics.scale(width * scale / drawing.width(), height * scale / drawing.height());
            Canvas canvas = new Canvas(graphics);
            drawing.onto().accept(canvas);
            canvas.labels().forEach(label -> write(graphics, label));
        });
    }

    /** Draws a picture on as many pixels as it is told to have. */
    static byte[] render(int width, int height, Consumer<Graphics2D> picture) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            picture.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return encode(image);
    }

    private static void write(Graphics2D graphics, Label label) {
        Graphics2D own = (Graphics2D) graphics.create();
        Font font = new Font(Font.SANS_SERIF, label.style().bold ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) label.size());
        own.setFont(font);
        own.setColor(label.style().tone().color());
        own.translate(label.x(), label.y());
        if (label.style().upwards) {
            own.rotate(-Math.PI / 2);
        }
        double width =
                font.getStringBounds(label.text(), own.getFontRenderContext()).getWidth();
        own.drawString(label.text(), (float) (-label.anchor().share * width), 0f);
        own.dispose();
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java has no PNG writer: its java.desktop module is cut down");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the chart could not be written as PNG to memory", e);
        }
        return bytes.toByteArray();
    }
}
