package dev.temper.toolkit.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/**
 * A colour with its counterpart on a dark page.
 *
 * @param light red, green and blue on a light page
 * @param dark the same on a dark page
 */
record Tone(int light, int dark) {

    static final Tone BACKGROUND = new Tone(0xFFFFFF, 0x111111);
    static final Tone TEXT = new Tone(0x212427, 0xE8EAED);
    static final Tone SOFT = new Tone(0x5B6167, 0xA9AFB6);
    static final Tone FRAME = new Tone(0x8E949B, 0x70767D);
    static final Tone GRID = new Tone(0xE2E4E7, 0x2F3337);
    static final Tone MINOR = new Tone(0xF1F2F4, 0x1D2023);

    /**
     * The colours of sources in their order. Any two stay apart to normal, deuteranope and protanope
     * eyes, on light and on dark pages: a test measures it.
     */
    static final List<Tone> SOURCES = List.of(
            new Tone(0x0159D0, 0x6E9EFE),
            new Tone(0xB7431E, 0xDE7229),
            new Tone(0x00AB6C, 0x48E179),
            new Tone(0x9A507F, 0xC569A7),
            new Tone(0xD58200, 0xEFE347),
            new Tone(0x4A9BD8, 0xB4E2FF),
            new Tone(0x4E352F, 0xACCCB5));

    static Tone ofSource(int index) {
        return SOURCES.get(index % SOURCES.size());
    }

    static Stream<Tone> all() {
        return Stream.concat(Stream.of(BACKGROUND, TEXT, SOFT, FRAME, GRID, MINOR), SOURCES.stream());
    }

    Color color() {
        return new Color(light);
    }

    Color color(double opacity) {
        return new Color(color().getRed(), color().getGreen(), color().getBlue(), (int) Math.round(opacity * 255));
    }
}
