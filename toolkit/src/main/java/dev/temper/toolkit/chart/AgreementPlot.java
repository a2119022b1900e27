package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What laws say against what was measured: points on the diagonal agree.
 *
 * @param title what the chart is of
 * @param value the name of the value, with its unit where it is known
 * @param series the points of each law
 * @param caption one more sentence below the chart; may be empty
 */
public record AgreementPlot(String title, String value, List<Pairs> series, String caption) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 520;

    /**
     * One value twice.
     *
     * @param observed as it was measured
     * @param predicted as the law has it
     */
    public record Pair(double observed, double predicted) {
        boolean drawable() {
            return Double.isFinite(observed) && Double.isFinite(predicted);
        }
    }

    /**
     * The points of one law.
     *
     * @param name what it is the law of
     * @param points the points; those that are not finite are not drawn
     */
    public record Pairs(String name, List<Pair> points) {
        /** Copies the points. */
        public Pairs {
            Objects.requireNonNull(name, "name is null");
            points = List.copyOf(points);
        }

        List<Pair> drawable() {
            return points.stream().filter(Pair::drawable).toList();
        }
    }

    /** Copies the list and checks that nothing is null. */
    public AgreementPlot {
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(value, "value is null");
        Objects.requireNonNull(caption, "caption is null");
        series = List.copyOf(series);
    }

    /**
     * Draws the plot in the size that suits a notebook.
     *
     * @return the picture
     */
    public Chart chart() {
        return new Chart(
                WIDTH,
                HEIGHT,
                title,
                summary(),
                new Drawing(WIDTH, HEIGHT, canvas -> new AgreementDrawing(this, WIDTH, HEIGHT).draw(canvas)));
    }

    /** Both axes alike, so that the diagonal is one. */
    LinearScale scale() {
        double[] all = series.stream()
                .flatMap(each -> each.drawable().stream())
                .flatMapToDouble(pair -> DoubleStream.of(pair.observed, pair.predicted))
                .sorted()
                .toArray();
        if (all.length == 0) {
            return new LinearScale(0, 1);
        }
        double low = all[0];
        double high = all[all.length - 1];
        double span = high > low ? high - low : Math.max(Math.abs(high), 1e-3) * 0.1;
        return new LinearScale(low - 0.05 * span, high + 0.05 * span);
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        for (Pairs each : series) {
            List<Pair> points = each.drawable();
            double worst = points.stream()
                    .mapToDouble(pair -> Math.abs(pair.predicted - pair.observed))
                    .max()
                    .orElse(Double.NaN);
            parts.add(each.name + " " + points.size() + " points"
                    + (Double.isNaN(worst) ? "" : ", at most " + Numbers.significant(worst, 2) + " off"));
        }
        return (title + ": predicted against observed " + value + ". " + String.join("; ", parts) + ".")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    int[] indices() {
        return IntStream.range(0, series.size()).toArray();
    }
}
