package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    private final Renderers renderers = new Renderers();

    @TempDir
    private Path folder;

    private static BufferedImage shown(MimeBundle bundle) throws IOException {
        byte[] png = Base64.getDecoder().decode(String.valueOf(bundle.data().get("image/png")));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void showsAnImageInItsOwnSize() throws IOException {
        BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0xff8800);
        MimeBundle bundle = renderers.render(image);

        assertThat(bundle.metadata()).isEqualTo(Map.of("image/png", Map.of("width", 30, "height", 20)));
        assertThat(bundle.text()).isEqualTo("image, 30 × 20 pixels");
        assertThat(shown(bundle).getRGB(3, 4)).isEqualTo(0xffff8800);
    }

    @Test
    void showsAVeryLargeImageSmaller() throws IOException {
        MimeBundle bundle = renderers.render(new BufferedImage(8000, 2000, BufferedImage.TYPE_BYTE_GRAY));

        assertThat(bundle.text()).isEqualTo("image, 8000 × 2000 pixels, shown with 4000 × 1000");
        assertThat(shown(bundle).getWidth()).isEqualTo(4000);
    }

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif", "bmp,image/png", "tiff,image/png"})
    void showsThePathOfAnImageAsTheImage(String format, String mime) throws IOException {
        Path file = folder.resolve("dot." + format.toUpperCase(java.util.Locale.ROOT));
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, file.toFile());

        assertThat(renderers.render(file).data()).containsKey(mime).containsEntry("text/plain", file.toString());
        assertThat(renderers.render(file.toFile()).data()).containsKey(mime);
        assertThat(Content.image(file).data()).containsKey(mime);
        assertThat(Content.image(Files.readAllBytes(file)).data()).containsKey(mime);
    }

    @Test
    void showsThePathOfAnSvg() throws IOException {
        Path file = Files.writeString(folder.resolve("a.svg"), "<?xml version='1.0'?><svg viewBox='0 0 2 1'/>");

        assertThat(String.valueOf(renderers.render(file).data().get("image/svg+xml")))
                .contains("width=\"2\"");
    }

    @Test
    void leavesOtherPathsAsTheyAre() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "x");
        Path absent = folder.resolve("absent.png");
        Path directory = Files.createDirectory(folder.resolve("folder.png"));
        Path fake = Files.writeString(folder.resolve("fake.png"), "not an image");

        assertThat(renderers.render(text)).isEqualTo(MimeBundle.plain(text.toString()));
        assertThat(renderers.render(absent)).isEqualTo(MimeBundle.plain(absent.toString()));
        assertThat(renderers.render(directory)).isEqualTo(MimeBundle.plain(directory.toString()));
        assertThat(renderers.render(Path.of("/")))
                .isEqualTo(MimeBundle.plain(Path.of("/").toString()));
        assertThat(renderers.render(fake).text())
                .isEqualTo(fake + "\n(not shown: " + fake
                        + " must be an image in PNG, JPEG, GIF, WebP, SVG, BMP or TIFF, but is none of them)");
        assertThatThrownBy(() -> Content.image(absent)).hasMessageContaining("absent.png cannot be read");
    }

    @Test
    void doesNotReadAFileThatIsTooLarge() throws IOException {
        Path file = folder.resolve("large.png");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }

        assertThat(renderers.render(file).text())
                .endsWith("large.png must have at most 10 MB, but has 3000: show a smaller copy of it)");
        assertThatThrownBy(() -> Content.image(file)).hasMessageContaining("must have at most 10 MB");
    }
}
