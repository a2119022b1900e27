package dev.temper.toolkit.chart;

import java.util.Arrays;

/** Heights of the names beside the ends of their series, moved apart so that none covers another. */
final class EndLabels {

    private static final double ROW = 18;

    private EndLabels() {}

    /** Returns how far one name must stand from the next. */
    static double gap(int names, double room) {
        return Math.min(ROW, room / Math.max(1, names));
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
