package dev.temper.toolkit.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How far the axes of a plot reach.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 */
record Extent(LogScale x, LinearScale y) {

    /** How far intervals may stretch the axis beyond means and curves, so that no wide one hides the rest. */
    private static final double INTERVAL_SHARE = 0.3;

    private static final double MARGIN = 0.05;

    static Extent of(CurvesPlot plot) {
        DoubleStream sources = plot.sources().stream().flatMapToDouble(Extent::xs);
        DoubleStream lines = plot.lines().stream().mapToDouble(VerticalLine::x);
        return new Extent(LogScale.around(DoubleStream.concat(sources, lines)), vertical(plot.sources()));
    }

    private static DoubleStream xs(SourceSeries source) {
        return DoubleStream.concat(
                source.runs().stream().mapToDouble(RunMean::x),
                source.curve().stream().mapToDouble(CurvePoint::x));
    }

    private static LinearScale vertical(List<SourceSeries> sources) {
        double[] core = finite(sources.stream()
                .flatMapToDouble(source -> DoubleStream.concat(
                        source.runs().stream().mapToDouble(RunMean::mean),
                        source.curve().stream().mapToDouble(CurvePoint::estimate))));
        if (core.length == 0) {
            return new LinearScale(0, 1);
        }
        double low = core[0];
        double high = core[core.length - 1];
        double span = high - low > 0 ? high - low : Math.max(Math.abs(high), 1e-3) * 0.1;
        double[] intervals =
                finite(sources.stream().flatMap(Extent::intervalEnds).mapToDouble(end -> end));
        double from = intervals.length == 0 ? low : Math.max(Math.min(low, intervals[0]), low - INTERVAL_SHARE * span);
        double to = intervals.length == 0
                ? high
                : Math.min(Math.max(high, intervals[intervals.length - 1]), high + INTERVAL_SHARE * span);
        return new LinearScale(from - MARGIN * span, to + MARGIN * span);
    }

    private static Stream<Double> intervalEnds(SourceSeries source) {
        return Stream.concat(
                source.drawableRuns().stream()
                        .flatMap(run -> Stream.of(run.mean() - run.halfWidth(), run.mean() + run.halfWidth())),
                source.curve().stream().flatMap(point -> Stream.of(point.low(), point.high())));
    }

    private static double[] finite(DoubleStream values) {
        return values.filter(Double::isFinite).sorted().toArray();
    }
}
