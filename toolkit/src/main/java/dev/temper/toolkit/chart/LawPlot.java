package dev.temper.toolkit.chart;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Laws beside what they were fitted to. Those in one variable on a log axis are drawn as curves with their bands, dashed beyond the data;
 * for all others what was measured is set against what the law says.
 *
 * @param title what the chart is of
 * @param variables the names of the variables, with their units where they are known
 * @param value the name of the value
 * @param series the laws, all in the same variables
 * @param level of the bands, such as 0.95
 * @param reach how far curves are drawn beyond the data, as a ratio above 1
 */
public record LawPlot(
        String title, List<String> variables, String value, List<FittedSeries> series, double level, double reach) {
    private static final int POINTS = 49;

    /** Copies the lists. */
    public LawPlot {
        variables = List.copyOf(variables);
        series = List.copyOf(series);
    }

    /**
     * Draws the laws in the size that suits a notebook.
     *
     * @return the picture
     */
    public Chart chart() {
        boolean curves = series.stream()
                .allMatch(each -> each.fit().form().variables().size() == 1
                        && each.fit().form().variables().get(0).domain() == Variable.Domain.POSITIVE);
        return curves ? curves().chart() : agreement().chart();
    }

    private CurvesPlot curves() {
        String percent = Numbers.significant(100 * level, 3) + " % band";
        return new CurvesPlot(
                title,
                new NamedAxis(variables.get(0)),
                new YAxis(value, YAxis.Better.LOWER),
                series.stream().map(this::curve).toList(),
                List.of(),
                List.of(),
                new Notes("± standard error", percent, ""));
    }

    private SourceSeries curve(FittedSeries each) {
        Fit fit = each.fit();
        Design.Range range = fit.design().range(0);
        double low = Math.log(range.smallest());
        double high = Math.log(range.largest() * reach);
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double x = Math.exp(low + (high - low) * i / (POINTS - 1));
            Interval at = each.band().apply(x);
            points.add(
                    at.bounded()
                            ? new CurvePoint(x, at.estimate(), at.lower(), at.upper())
                            : CurvePoint.bare(x, at.estimate()));
        }
        return new SourceSeries(each.name(), means(each.fit().observations()), points, range.largest() * (1 + 1e-12));
    }

    private static List<RunMean> means(Observations data) {
        TreeMap<Double, List<Double>> values = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            values.computeIfAbsent(data.row(i)[0], x -> new ArrayList<>()).add(data.value(i));
        }
        List<RunMean> means = new ArrayList<>();
        values.forEach((x, seeds) -> {
            double mean = seeds.stream().mapToDouble(v -> v).average().orElseThrow();
            double squares =
                    seeds.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            int n = seeds.size();
            double error = n > 1 ? Math.sqrt(squares / (n - 1) / n) : Double.NaN;
            means.add(new RunMean(x, mean, error, n, RunMean.Role.MEASURED));
        });
        return means;
    }

    private AgreementPlot agreement() {
        return new AgreementPlot(
                title,
                value,
                series.stream().map(LawPlot::pairs).toList(),
                "law in " + String.join(", ", variables) + "; on the line it says what was measured");
    }

    private static AgreementPlot.Pairs pairs(FittedSeries each) {
        List<AgreementPlot.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < each.fit().observations().size(); i++) {
            pairs.add(new AgreementPlot.Pair(
                    each.fit().observations().value(i),
                    each.fit().value(each.fit().observations().row(i))));
        }
        return new AgreementPlot.Pairs(each.name(), pairs);
    }
}
