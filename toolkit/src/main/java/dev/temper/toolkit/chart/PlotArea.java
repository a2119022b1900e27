package dev.temper.toolkit.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The inside of the axes, drawn by XChart without any text of its own: below all the bands, then
 * curves, error bars, and the marks of the runs on top.
 */
final class PlotArea {

    static final double BAND = 0.22;
    static final double CURVE_WIDTH = 2.2;
    static final double THIN_WIDTH = 1.2;
    private static final double FAINT_BAND = 0.12;
    private static final Color CLEAR = new Color(255, 255, 255, 0);

    private final XYChart chart;
    private final Extent extent;
    private final int width;
    private final int height;

    PlotArea(List<SourceSeries> sources, Extent extent, int width, int height) {
        this.chart = new XYChart(width, height);
        this.extent = extent;
        this.width = width;
        this.height = height;
        style(chart.getStyler());
        for (int i = 0; i < sources.size(); i++) {
            SourceSeries source = sources.get(i);
            addBand(source.curveWithin(0, source.fittedUpTo()), Tone.ofSource(i).color(BAND));
            addBand(beyond(source), Tone.ofSource(i).color(FAINT_BAND));
        }
        for (int i = 0; i < sources.size(); i++) {
            addLines(sources.get(i), Tone.ofSource(i).color());
        }
        for (int i = 0; i < sources.size(); i++) {
            addErrorBars(sources.get(i).drawableRuns(), Tone.ofSource(i).color());
        }
        for (int i = 0; i < sources.size(); i++) {
            addMarks(sources.get(i).drawableRuns(), i);
        }
    }

    static float[] dashes() {
        return new float[] {(float) CurvePath.DASH, (float) CurvePath.SPACE};
    }

    static boolean extrapolates(SourceSeries source) {
        return beyond(source).size() > 1;
    }

    static boolean joined(SourceSeries source) {
        return source.curve().isEmpty() && source.drawableRuns().size() > 1;
    }

    void paint(Graphics2D graphics) {
        chart.paint(graphics, width, height);
    }

    private static List<CurvePoint> beyond(SourceSeries source) {
        return source.curveWithin(source.fittedUpTo(), Double.POSITIVE_INFINITY);
    }

    private void style(XYStyler styler) {
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setAxisTitlesVisible(false);
        styler.setAxisTicksVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotBorderVisible(false);
        styler.setPlotTicksMarksVisible(false);
        styler.setPlotMargin(0);
        styler.setChartPadding(0);
        styler.setPlotContentSize(1.0);
        styler.setChartBackgroundColor(CLEAR);
        styler.setPlotBackgroundColor(CLEAR);
        styler.setErrorBarsColorSeriesColor(true);
        styler.setMarkerSize(Mark.SIZE);
        styler.setXAxisLogarithmic(true);
        styler.setXAxisMin(extent.x().min());
        styler.setXAxisMax(extent.x().max());
        styler.setYAxisMin(extent.y().min());
        styler.setYAxisMax(extent.y().max());
    }

    private void addBand(List<CurvePoint> points, Color color) {
        for (List<CurvePoint> part : CurvePath.parts(points, point -> point.drawable() && point.bounded())) {
            double[] xs = new double[2 * part.size()];
            double[] ys = new double[xs.length];
            for (int i = 0; i < part.size(); i++) {
                int back = xs.length - 1 - i;
                xs[i] = part.get(i).x();
                xs[back] = xs[i];
                ys[i] = CurvePath.near(part.get(i).low(), extent.y());
                ys[back] = CurvePath.near(part.get(i).high(), extent.y());
            }
            XYSeries series = add(xs, ys, XYSeriesRenderStyle.PolygonArea, SeriesLines.NONE, SeriesMarkers.NONE);
            series.setFillColor(color);
        }
    }

    private void addLines(SourceSeries source, Color color) {
        if (joined(source)) {
            List<CurvePoint> means =
                    source.drawableRuns().stream().map(RunMean::point).toList();
            addLine(CurvePath.parts(means, CurvePoint::drawable), color, THIN_WIDTH, BasicStroke.CAP_ROUND);
        }
        List<CurvePoint> fitted = source.curveWithin(0, source.fittedUpTo());
        addLine(CurvePath.parts(fitted, CurvePoint::drawable), color, CURVE_WIDTH, BasicStroke.CAP_ROUND);
        List<List<CurvePoint>> dashes = CurvePath.parts(beyond(source), CurvePoint::drawable).stream()
                .flatMap(part -> CurvePath.dashes(part, extent, width, height).stream())
                .toList();
        addLine(dashes, color, CURVE_WIDTH, BasicStroke.CAP_BUTT);
    }

    /** Adds parts as one series: a value that is not a number parts them for XChart. */
    private void addLine(List<List<CurvePoint>> parts, Color color, double lineWidth, int cap) {
        if (parts.isEmpty()) {
            return;
        }
        List<CurvePoint> points = parts.stream()
                .flatMap(part ->
                        Stream.concat(part.stream(), Stream.of(part.get(0).gap())))
                .toList();
        double[] xs = points.stream().mapToDouble(CurvePoint::x).toArray();
        double[] ys = points.stream().mapToDouble(CurvePoint::estimate).toArray();
        BasicStroke stroke = new BasicStroke((float) lineWidth, cap, BasicStroke.JOIN_ROUND);
        add(xs, ys, XYSeriesRenderStyle.Line, stroke, SeriesMarkers.NONE).setLineColor(color);
    }

    private void addErrorBars(List<RunMean> runs, Color color) {
        List<RunMean> barred = runs.stream()
                .filter(run -> run.halfWidth() > 0 && Double.isFinite(run.halfWidth()))
                .toList();
        if (barred.isEmpty()) {
            return;
        }
        XYSeries series = chart.addSeries(
                nextName(),
                barred.stream().mapToDouble(RunMean::x).toArray(),
                barred.stream().mapToDouble(RunMean::mean).toArray(),
                barred.stream().mapToDouble(RunMean::halfWidth).toArray());
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
    }

    private void addMarks(List<RunMean> runs, int index) {
        for (RunMean.Role role : RunMean.Role.values()) {
            List<RunMean> own = runs.stream().filter(run -> run.role() == role).toList();
            if (!own.isEmpty()) {
                double[] xs = own.stream().mapToDouble(RunMean::x).toArray();
                double[] ys = own.stream().mapToDouble(RunMean::mean).toArray();
                add(xs, ys, XYSeriesRenderStyle.Scatter, SeriesLines.NONE, new Mark(Glyph.ofSource(index), role))
                        .setMarkerColor(Tone.ofSource(index).color());
            }
        }
    }

    private XYSeries add(double[] xs, double[] ys, XYSeriesRenderStyle style, BasicStroke stroke, Marker marker) {
        XYSeries series = chart.addSeries(nextName(), xs, ys);
        series.setXYSeriesRenderStyle(style);
        series.setLineStyle(stroke);
        series.setMarker(marker);
        return series;
    }

    /** XChart wants names; they are shown nowhere. */
    private String nextName() {
        return String.valueOf(chart.getSeriesCollection().size());
    }
}
