package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.chart.RunMean.Role;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurvesDrawingTest {

    static Stream<CurvesPlot> plots() {
        return Stream.of(
                EmbeddedStudyPlot.plot(),
                EmbeddedStudyPlot.plot(XAxis.FLOP, 1.8e5),
                EmbeddedStudyPlot.plot(XAxis.COST, 3.1e-5),
                twentySources());
    }

    @ParameterizedTest
    @MethodSource("plots")
    void noTextOverlapsAnotherOrLeavesThePicture(CurvesPlot plot) {
        for (int[] size : new int[][] {{800, 500}, {640, 400}, {480, 320}, {320, 240}, {1200, 300}}) {
            Drawing drawing = CurvesDrawing.of(plot, size[0], size[1]);
            List<Label> labels = labels(drawing);
            List<Rectangle2D> boxes =
                    labels.stream().map(CurvesDrawingTest::box).toList();
            Rectangle2D page = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());

            assertThat(boxes)
                    .allSatisfy(box -> assertThat(page.contains(box))
                            .as("%s in %s", box, page)
                            .isTrue());
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(boxes.get(i).intersects(boxes.get(j)))
                            .as("%s and %s", labels.get(i), labels.get(j))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void twentySourcesMakeAModerateFile() {
        assertThat(twentySources().chart().svg().length()).isLessThan(200_000);
    }

    @Test
    void theCurveIsWholeUpToTheFittedRunsAndDashedBeyond() {
        CurvesPlot plot = new CurvesPlot(
                "one curve",
                XAxis.TOKENS,
                YAxis.loss("domain"),
                List.of(new SourceSeries(
                        "web",
                        List.of(),
                        List.of(new CurvePoint(10, 3, 2.9, 3.1), new CurvePoint(1000, 2, 1.9, 2.1)),
                        100)),
                List.of(),
                List.of(),
                Notes.none());
        List<double[]> pieces = pieces(plot.chart().svg());
        List<double[]> whole = pieces.stream()
                .filter(piece -> piece[1] - piece[0] > CurvePath.DASH)
                .toList();
        List<double[]> dashes = pieces.stream()
                .filter(piece -> piece[1] - piece[0] <= CurvePath.DASH)
                .toList();

        assertThat(whole).hasSize(1);
        assertThat(dashes)
                .hasSizeGreaterThan(10)
                .allSatisfy(dash -> assertThat(dash[0]).isGreaterThanOrEqualTo(whole.get(0)[1]));
    }

    /** Returns from where to where the pieces of the first source's curve reach. */
    private static List<double[]> pieces(String svg) {
        Matcher group = Pattern.compile(
                        "<g fill=\"rgb\\(1,89,208\\)\"[^>]*stroke-width=\"2.2\"[^>]*>(.*?)</g>", Pattern.DOTALL)
                .matcher(svg);
        List<double[]> pieces = new ArrayList<>();
        while (group.find()) {
            Matcher piece = Pattern.compile("(?:M| x1=\")([0-9.]+)[^LM]*?(?:L| x2=\")([0-9.]+)")
                    .matcher(group.group(1));
            while (piece.find()) {
                pieces.add(new double[] {Double.parseDouble(piece.group(1)), Double.parseDouble(piece.group(2))});
            }
        }
        return pieces;
    }

    private static List<Label> labels(Drawing drawing) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Canvas canvas = new Canvas(graphics);
        drawing.onto().accept(canvas);
        graphics.dispose();
        return canvas.labels();
    }

    private static Rectangle2D box(Label label) {
        double ascent = 0.75 * label.size();
        return label.style().upwards
                ? new Rectangle2D.Double(label.x() - ascent, label.y() - label.width() / 2, ascent, label.width())
                : new Rectangle2D.Double(label.left(), label.y() - ascent, label.width(), ascent);
    }

    private static CurvesPlot twentySources() {
        Random random = new Random(7);
        List<SourceSeries> sources = IntStream.range(0, 20)
                .mapToObj(i -> {
                    List<RunMean> runs = IntStream.range(0, 8)
                            .mapToObj(k -> new RunMean(
                                    1e4 * Math.pow(6, k),
                                    -0.3 * random.nextDouble(),
                                    0.02,
                                    5,
                                    k == 0 ? Role.POINT_ESTIMATE : Role.MEASURED))
                            .toList();
                    List<CurvePoint> curve = runs.stream()
                            .map(run -> new CurvePoint(run.x(), run.mean(), run.mean() - 0.01, run.mean() + 0.01))
                            .toList();
                    return new SourceSeries("a source with quite a long name, number " + i, runs, curve, 1e7);
                })
                .toList();
        return new CurvesPlot(
                "Twenty sources over six orders of magnitude, with gains below nothing and a title of two lines",
                XAxis.TOKENS,
                YAxis.gain("medical"),
                sources,
                List.of(
                        new CrossingMark(2e5, 1e5, 3e5, "this one overtakes that one"),
                        new CrossingMark(3e5, 2e5, Double.POSITIVE_INFINITY, "that one overtakes another"),
                        new CrossingMark(9e12, 1e12, 3e13, "the last one overtakes the first")),
                List.of(new VerticalLine(1e9, "target")),
                new Notes("standard deviation", "95 % band", "One sentence more."));
    }
}
