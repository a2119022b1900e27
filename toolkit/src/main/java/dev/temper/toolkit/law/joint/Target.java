package dev.temper.toolkit.law.joint;

import java.util.Arrays;
import java.util.List;

/** What a joint fit is drawn to: the sources' means with their noise, and the spread of the sources about their middles. */
final class Target {
    /** By source and row, on the scale of the residuals. */
    final double[][] means;
    /** By source the root of the mean square of one run. */
    final double[] sigma;
    /** By shrunk coordinate the standard deviation about the middle. */
    final double[] scale;
    /** By source and shrunk coordinate how far from the middle the source is drawn to: 0 but in draws. */
    final double[][] offsets;

    Target(double[][] means, double[] sigma, double[] scale, double[][] offsets) {
        this.means = means;
        this.sigma = sigma;
        this.scale = scale;
        this.offsets = offsets;
    }

    static Target of(List<Cells> cells, double[] sigma, double... scale) {
        return new Target(
                cells.stream().map(each -> each.means).toArray(double[][]::new),
                sigma,
                scale,
                new double[cells.size()][scale.length]);
    }

    static Target of(List<Cells> cells, double sigma, double... scale) {
        double[] same = new double[cells.size()];
        Arrays.fill(same, sigma);
        return of(cells, same, scale);
    }

    Target withScale(double... other) {
        return new Target(means, sigma, other, offsets);
    }
}
