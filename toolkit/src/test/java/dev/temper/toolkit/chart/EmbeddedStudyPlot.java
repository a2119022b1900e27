package dev.temper.toolkit.chart;

import dev.temper.toolkit.chart.RunMean.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A plot of the shape that the embedded study has: the order at the smallest budget is reversed at the largest. */
final class EmbeddedStudyPlot {

    private static final double SMALLEST = 20_480;
    private static final int FITTED = 4;
    private static final double T_OF_THREE = 4.303;

    private EmbeddedStudyPlot() {}

    static CurvesPlot plot() {
        return plot(XAxis.TOKENS, 1);
    }

    static CurvesPlot plot(XAxis axis, double perToken) {
        return new CurvesPlot(
                "Three data sources after annealing: point estimates beside full curves",
                axis,
                YAxis.loss("domain"),
                List.of(
                        source("curated", perToken, new double[] {1.784, 0.573, 13_453, 2.673}, new double[] {
                            1.832, 1.801, 1.780, 1.790, 1.850, 2.062, 2.663
                        }),
                        source("synthetic", perToken, new double[] {1.689, 0.3357, 2_865, 0.3376}, new double[] {
                            1.855, 1.820, 1.799, 1.773, 1.762, 1.735, 1.703
                        }),
                        source("web", perToken, new double[] {1.2459, 0.754, 60_000, 0.2}, new double[] {
                            1.957, 1.913, 1.880, 1.814, 1.749, 1.675, 1.603
                        })),
                List.of(
                        new CrossingMark(
                                234_000 * perToken, 196_000 * perToken, 318_000 * perToken, "web overtakes curated"),
                        new CrossingMark(
                                420_000 * perToken, 270_000 * perToken, 810_000 * perToken, "web overtakes synthetic")),
                List.of(new VerticalLine(SMALLEST * 64 * perToken, "target")),
                new Notes(
                        "95 % interval",
                        "95 % band",
                        "Fitted on the four smallest budgets: E + A·(1 + B/B0)^−α. Half of the tokens are the source's."));
    }

    private static SourceSeries source(String name, double perToken, double[] law, double[] means) {
        List<RunMean> runs = IntStream.range(0, means.length)
                .mapToObj(i -> new RunMean(
                        SMALLEST * perToken * (1 << i),
                        means[i],
                        (0.003 + 0.001 * i) * T_OF_THREE / Math.sqrt(3),
                        3,
                        i == 0 ? Role.POINT_ESTIMATE : i < FITTED ? Role.MEASURED : Role.HELD_BACK))
                .toList();
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i <= 48; i++) {
            double tokens = SMALLEST * Math.pow(2, i / 8.0);
            double estimate = law[0] + law[1] * Math.pow(1 + tokens / law[2], -law[3]);
            double half = 0.012 + 0.012 * Math.max(0, i / 8.0 - FITTED + 1.5);
            curve.add(new CurvePoint(tokens * perToken, estimate, estimate - half, estimate + half));
        }
        return new SourceSeries(name, runs, curve, SMALLEST * perToken * (1 << (FITTED - 1)));
    }
}
