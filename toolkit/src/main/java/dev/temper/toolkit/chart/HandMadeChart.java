package dev.temper.toolkit.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;

/** A chart that someone made with XChart itself, as a picture. Its colours are its own, on light and on dark pages. */
public final class HandMadeChart {
    private static final int SHARP = 2;
    private static final int MOST_NAMES = 8;
    private static final int MOST_POINTS = 5000;
    private static final int LONGEST_SVG = 1_500_000;

    private final Chart<?, ?> chart;

    /**
     * Takes a chart.
     *
     * @param chart the chart; what is changed of it later shows in the next picture
     */
    public HandMadeChart(Chart<?, ?> chart) {
        this.chart = Objects.requireNonNull(chart, "chart is null");
    }

    /**
     * Returns the width.
     *
     * @return pixels
     */
    public int width() {
        return chart.getWidth();
    }

    /**
     * Returns the height.
     *
     * @return pixels
     */
    public int height() {
        return chart.getHeight();
    }

    /**
     * Says what is to be seen.
     *
     * @return one line: the kind of chart, its title and its series
     */
    public String summary() {
        Collection<?> names = chart.getSeriesCollection().stream()
                .map(series -> series.getName())
                .toList();
        String title = chart.getTitle().isBlank() ? "" : " \"" + chart.getTitle() + "\"";
        String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return chart.getClass().getSimpleName() + title + ": "
                + names.stream().limit(MOST_NAMES).map(String::valueOf).collect(Collectors.joining(", ")) + more;
    }

    /**
     * Draws the chart as SVG on an opaque ground.
     *
     * @return an SVG document without XML declaration; empty where there is so much to draw that a picture says the same
     *     in fewer bytes
     */
    public Optional<String> svg() {
        long points = chart.getSeriesCollection().stream()
                .mapToLong(HandMadeChart::points)
                .sum();
        if (points > MOST_POINTS) {
            return Optional.empty();
        }
        return Optional.of(SvgPage.render(width(), height(), summary(), this::paint))
                .filter(svg -> svg.length() <= LONGEST_SVG);
    }

    private static long points(Series series) {
        if (series instanceof AxesChartSeriesNumerical numerical) {
            return numerical.getXData().length;
        }
        if (series instanceof AxesChartSeriesCategory category) {
            return category.getXData().size();
        }
        return series instanceof HeatMapSeries map ? map.getHeatData().size() : 1;
    }

    /**
     * Draws the chart as PNG with twice the pixels of its size, for sharp screens.
     *
     * @return the bytes of the file
     */
    public byte[] png() {
        return PngPage.render(width() * SHARP, height() * SHARP, graphics -> {
            graphics.scale(SHARP, SHARP);
            paint(graphics);
        });
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        chart.paint(graphics, width(), height());
    }
}
