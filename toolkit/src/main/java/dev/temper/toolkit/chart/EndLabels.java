package dev.temper.toolkit.chart;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of the sources beside the ends of their series, moved apart so that none covers another. */
final class EndLabels {

    static final double SIZE = 13;

    /** From the plot to where names begin. */
    static final double INDENT = 24;

    private static final double ROW = 18;
    private static final double MARK = 12;
    private static final double LEADER_REACH = 0.85;

    private record End(int source, double x, double y) {}

    private final Frame frame;
    private final double room;

    /**
     * Prepares the names.
     *
     * @param frame where they stand
     * @param room how wide a name may be
     */
    EndLabels(Frame frame, double room) {
        this.frame = frame;
        this.room = room;
    }

    void draw(Canvas canvas) {
        List<End> ends = IntStream.range(0, frame.plot().sources().size())
                .mapToObj(this::end)
                .sorted(Comparator.comparingDouble(End::y))
                .toList();
        Rectangle2D area = frame.area();
        double gap = Math.min(ROW, area.getHeight() / ends.size());
        double[] wanted = ends.stream().mapToDouble(End::y).toArray();
        double[] heights = spread(wanted, gap, area.getY() + gap / 2, area.getMaxY() - gap / 2);
        for (int i = 0; i < heights.length; i++) {
            draw(canvas, ends.get(i), heights[i], Math.min(SIZE, gap * 0.85));
        }
    }

    private void draw(Canvas canvas, End end, double height, double size) {
        Rectangle2D area = frame.area();
        Tone tone = Tone.ofSource(end.source);
        double x = area.getMaxX() + MARK;
        if (end.x > area.getX() + LEADER_REACH * area.getWidth()) {
            canvas.line(end.x, end.y, x, height, tone, 0.8);
        }
        canvas.mark(Glyph.ofSource(end.source), RunMean.Role.MEASURED, tone, x, height);
        String name = TextSize.fit(frame.plot().sources().get(end.source).name(), size, room);
        canvas.text(new Label(
                name, area.getMaxX() + INDENT, height + size * 0.35, Label.Anchor.START, size, Label.Style.PLAIN));
    }

    /** Returns where a source's curve or runs end, or the middle of the axis if there is nothing of it. */
    private End end(int index) {
        Extent extent = frame.extent();
        double middle = (extent.y().min() + extent.y().max()) / 2;
        SourceSeries source = frame.plot().sources().get(index);
        CurvePoint last = Stream.concat(
                        source.drawableRuns().stream().map(RunMean::point),
                        source.curve().stream().filter(CurvePoint::drawable))
                .reduce((one, other) -> other.x() < one.x() ? one : other)
                .orElse(CurvePoint.bare(extent.x().min(), middle));
        Rectangle2D area = frame.area();
        return new End(
                index, frame.x(last.x()), Math.max(area.getY(), Math.min(frame.y(last.estimate()), area.getMaxY())));
    }

    /**
     * Moves heights apart by as little as can be: each cluster that is too tight is spread about its
     * mean.
     *
     * @param wanted the heights one would like, in rising order
     * @param gap the least distance
     * @param top the least height allowed
     * @param bottom the greatest
     */
    static double[] spread(double[] wanted, double gap, double top, double bottom) {
        int n = wanted.length;
        double[] sums = new double[n];
        int[] counts = new int[n];
        int clusters = 0;
        for (int i = 0; i < n; i++) {
            sums[clusters] = wanted[i] - i * gap;
            counts[clusters++] = 1;
            while (clusters > 1 && mean(sums, counts, clusters - 2) > mean(sums, counts, clusters - 1)) {
                clusters--;
                sums[clusters - 1] += sums[clusters];
                counts[clusters - 1] += counts[clusters];
            }
        }
        double[] heights = new double[n];
        int next = 0;
        for (int cluster = 0; cluster < clusters; cluster++) {
            Arrays.fill(heights, next, next + counts[cluster], mean(sums, counts, cluster));
            next += counts[cluster];
        }
        double last = Math.max(top, bottom - (n - 1) * gap);
        for (int i = 0; i < n; i++) {
            heights[i] = Math.max(top, Math.min(heights[i], last)) + i * gap;
        }
        return heights;
    }

    private static double mean(double[] sums, int[] counts, int cluster) {
        return sums[cluster] / counts[cluster];
    }
}
