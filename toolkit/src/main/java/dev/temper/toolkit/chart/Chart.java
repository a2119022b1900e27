package dev.temper.toolkit.chart;

import java.util.Objects;

/**
 * A finished picture. The same chart gives the same bytes each time it is asked, and the same SVG on
 * every machine; the letters in the PNG are those of the machine that draws it.
 */
public final class Chart {

    private static final int MIN_WIDTH = 320;
    private static final int MIN_HEIGHT = 240;
    private static final int SHARP = 2;
    private static final int MAX_SCALE = 8;

    private final int width;
    private final int height;
    private final String title;
    private final String summary;
    private final Drawing drawing;

    Chart(int width, int height, String title, String summary, Drawing drawing) {
        if (width < MIN_WIDTH || height < MIN_HEIGHT) {
            throw new IllegalArgumentException("the size of a chart must be at least " + MIN_WIDTH + " x " + MIN_HEIGHT
                    + " pixels, but is " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.title = Objects.requireNonNull(title, "title is null");
        this.summary = Objects.requireNonNull(summary, "summary is null");
        this.drawing = Objects.requireNonNull(drawing, "drawing is null");
    }

    /**
     * Returns the width.
     *
     * @return pixels at scale 1
     */
    public int width() {
        return width;
    }

    /**
     * Returns the height.
     *
     * @return pixels at scale 1
     */
    public int height() {
        return height;
    }

    /**
     * Says what is to be seen.
     *
     * @return one line of plain text
     */
    public String summary() {
        return summary;
    }

    /**
     * Draws the chart as SVG that reads on light and on dark pages.
     *
     * @return an SVG document without XML declaration
     */
    public String svg() {
        return SvgPage.render(width, height, title, summary, drawing);
    }

    /**
     * Draws the chart as PNG with twice the pixels of its size, for sharp screens.
     *
     * @return the bytes of the file
     */
    public byte[] png() {
        return png(SHARP);
    }

    /**
     * Draws the chart as PNG.
     *
     * @param scale how many pixels stand for one, from 1 to 8
     * @return the bytes of the file
     * @throws IllegalArgumentException where the scale is out of its bounds
     */
    public byte[] png(int scale) {
        if (scale < 1 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale must be from 1 to " + MAX_SCALE + ", but is " + scale);
        }
        return PngPage.render(width, height, scale, drawing);
    }

    @Override
    public String toString() {
        return summary;
    }
}
