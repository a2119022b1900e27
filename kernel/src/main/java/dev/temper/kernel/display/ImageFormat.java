package dev.temper.kernel.display;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of image files: those that pages show, and those that are made into PNG for them. */
enum ImageFormat {
    PNG("image/png", "png", "(?s)\u0089PNG.*"),
    JPEG("image/jpeg", "jpe?g", "(?s)\u00ff\u00d8\u00ff.*"),
    GIF("image/gif", "gif", "(?s)GIF8[79]a.*"),
    WEBP("image/webp", "webp", "(?s)RIFF....WEBP.*"),
    SVG("image/svg+xml", "svg", "(?s).*<svg\\b.*"),
    OTHER("", "bmp|tiff?", "(?s)(BM|II\\*\u0000|MM\u0000\\*).*");

    private static final int HEAD = 4096;

    /** The MIME type, empty when pages cannot show the format. */
    final String mime;

    private final Pattern name;
    private final Pattern beginning;

    ImageFormat(String mime, String ending, String beginning) {
        this.mime = mime;
        this.name = Pattern.compile("(?is).*\\.(" + ending + ")");
        this.beginning = Pattern.compile(beginning);
    }

    /** Tells the format of a file from its first bytes. */
    static Optional<ImageFormat> of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
        for (ImageFormat format : values()) {
            if (format.beginning.matcher(head).matches()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Whether a file may be an image by its name. */
    static boolean isNameOfImage(String file) {
        for (ImageFormat format : values()) {
            if (format.name.matcher(file).matches()) {
                return true;
            }
        }
        return false;
    }
}
