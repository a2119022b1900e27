package dev.temper.toolkit.chart;

/**
 * A piece of text and where it stands.
 *
 * @param text what it says
 * @param x the anchor
 * @param y the base line
 * @param anchor which part of the text stands at x
 * @param size the height of the letters' box in pixels
 * @param style how it is written
 */
record Label(String text, double x, double y, Anchor anchor, double size, Style style) {

    enum Anchor {
        START("start", 0),
        MIDDLE("middle", 0.5),
        END("end", 1);

        /** The word of SVG. */
        final String word;
        /** How much of the width stands left of the anchor. */
        final double share;

        Anchor(String word, double share) {
            this.word = word;
            this.share = share;
        }
    }

    enum Style {
        PLAIN(false, false),
        SOFT(false, false),
        BOLD(true, false),
        UPWARDS(false, true);

        final boolean bold;
        final boolean upwards;

        Style(boolean bold, boolean upwards) {
            this.bold = bold;
            this.upwards = upwards;
        }

        Tone tone() {
            return this == SOFT ? Tone.SOFT : Tone.TEXT;
        }
    }

    double width() {
        return TextSize.width(text, size, style.bold);
    }

    double left() {
        return x - anchor.share * width();
    }

    double right() {
        return left() + width();
    }
}
