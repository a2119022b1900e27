package dev.temper.toolkit.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a chart stand.
 *
 * @param height of the whole
 * @param width of the whole
 * @param title the lines of the title
 * @param keyTop where the key begins
 * @param stripTop where the labels of vertical marks begin
 * @param plot the plot itself
 * @param caption the lines below the axis
 * @param captionTop where they begin
 */
record Layout(
        double height,
        double width,
        List<String> title,
        double keyTop,
        double stripTop,
        Rectangle2D plot,
        List<String> caption,
        double captionTop) {

    static final double PAD = 14;
    static final double TITLE_SIZE = 15.5;
    static final double TITLE_ROW = 20;
    static final double TEXT_SIZE = 12;
    static final double ROW = 17;
    static final double SMALL_SIZE = 11;
    static final double SMALL_ROW = 15;

    static final double BELOW_AXIS = 40;

    private static final double AXIS_TITLE = 18;
    private static final double TICK_ROOM = 10;
    private static final double LEAST_SHARE = 0.4;
    private static final int MAX_TITLE_LINES = 2;
    private static final int MAX_CAPTION_LINES = 3;

    /**
     * Shares out the room.
     *
     * @param keyRows how many rows the key takes
     * @param stripRows how many rows the labels of vertical marks take
     * @param tickWidth the widest label of the vertical axis
     * @param nameWidth the widest label at the ends of the series
     */
    static Layout of(
            CurvesPlot plot,
            double width,
            double height,
            int keyRows,
            int stripRows,
            double tickWidth,
            double nameWidth) {
        double inner = width - 2 * PAD;
        List<String> title = first(MAX_TITLE_LINES, TextSize.wrap(plot.title(), TITLE_SIZE, true, inner));
        List<String> caption =
                first(MAX_CAPTION_LINES, TextSize.wrap(plot.notes().caption(), SMALL_SIZE, false, inner));
        double keyTop = PAD + title.size() * TITLE_ROW;
        double stripTop = keyTop + keyRows * ROW + 4;
        double plotTop = stripTop + stripRows * ROW + 6;
        double captionTop = height - PAD / 2 - caption.size() * SMALL_ROW;
        double plotBottom = Math.max(plotTop + 1, captionTop - BELOW_AXIS);
        double left = PAD / 2 + AXIS_TITLE + tickWidth + TICK_ROOM;
        double right = width - PAD / 2 - nameWidth;
        Rectangle2D area = new Rectangle2D.Double(
                Math.round(left), Math.round(plotTop), Math.floor(right - left), Math.floor(plotBottom - plotTop));
        return new Layout(height, width, title, keyTop, stripTop, area, caption, captionTop);
    }

    /** Returns whether the plot is left with too little of the whole. */
    boolean crowded() {
        return plot.getHeight() < LEAST_SHARE * height || plot.getWidth() < LEAST_SHARE * width;
    }

    private static List<String> first(int most, List<String> lines) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.get(most - 1) + " …");
        return kept;
    }
}
