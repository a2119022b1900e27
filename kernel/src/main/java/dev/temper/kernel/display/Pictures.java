package dev.temper.kernel.display;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Shows images, in memory and in files. */
final class Pictures {
    private static final int MOST_BYTES = 10_000_000;
    private static final double MOST_PIXELS = 4_000_000;

    private Pictures() {}

    /** An image as PNG in its own size; a very large one smaller. */
    static MimeBundle of(RenderedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        double scale = Math.min(1, Math.sqrt(MOST_PIXELS / ((double) width * height)));
        String text = "image, " + width + " × " + height + " pixels";
        RenderedImage shown = scale < 1 ? drawn(image, scale) : image;
        if (scale < 1) {
            text += ", shown with " + shown.getWidth() + " × " + shown.getHeight();
        }
        return MimeBundle.of("image/png", png(shown))
                .withMetadata("image/png", Map.of("width", shown.getWidth(), "height", shown.getHeight()))
                .with(MimeBundle.TEXT, text);
    }

    private static byte[] png(RenderedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            // colours that PNG lacks are drawn as those it has
            if (!ImageIO.write(image, "png", out) && !ImageIO.write(drawn(image, 1), "png", out)) {
                throw new IllegalStateException("this Java has no PNG writer: its java.desktop module is cut down");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the image could not be written as PNG to memory", e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage drawn(RenderedImage image, double scale) {
        BufferedImage drawn = new BufferedImage(
                Math.max(1, (int) (image.getWidth() * scale)),
                Math.max(1, (int) (image.getHeight() * scale)),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawRenderedImage(image, AffineTransform.getScaleInstance(scale, scale));
        graphics.dispose();
        return drawn;
    }

    /**
     * The image of a file.
     *
     * @throws IllegalArgumentException when the bytes are not an image that can be shown, or too many
     */
    static MimeBundle of(byte[] file, String name) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException(tooLarge(name, file.length));
        }
        ImageFormat format = ImageFormat.of(file)
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must be an image in PNG, JPEG, GIF, WebP, SVG, BMP or TIFF, but is none of them"));
        return switch (format) {
            case SVG ->
                MimeBundle.of(format.mime, Svg.sized(new String(file, StandardCharsets.UTF_8)))
                        .with(MimeBundle.TEXT, name);
            case OTHER -> of(decoded(file, name)).with(MimeBundle.TEXT, name);
            default -> MimeBundle.of(format.mime, file).with(MimeBundle.TEXT, name);
        };
    }

    private static BufferedImage decoded(byte[] file, String name) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new IllegalArgumentException(name + " is in a format that this Java cannot read");
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read as an image", e);
        }
    }

    /** The image of a file. */
    static MimeBundle of(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new IllegalArgumentException(tooLarge(file.toString(), size));
        }
        return of(Files.readAllBytes(file), file.toString());
    }

    /** A path that was not asked to be shown as an image: where there is none that can be, it stays a path. */
    static MimeBundle ofPathIfImage(Path path) {
        Path file = path.getFileName();
        if (file == null || !ImageFormat.isNameOfImage(file.toString()) || !Files.isRegularFile(path)) {
            return MimeBundle.plain(path.toString());
        }
        try {
            return of(path);
        } catch (IOException | RuntimeException e) {
            return MimeBundle.plain(path + "\n(not shown: " + e.getMessage() + ")");
        }
    }

    private static String tooLarge(String name, long bytes) {
        return name + " must have at most " + MOST_BYTES / 1_000_000 + " MB, but has " + (bytes + 999_999) / 1_000_000
                + ": show a smaller copy of it";
    }
}
