package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.chart.RunMean.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesSummaryTest {

    @Test
    void tellsTheOrderAtBothEndsTheCurvesAndTheCrossings() {
        assertThat(EmbeddedStudyPlot.plot().chart().summary())
                .doesNotContain("\n")
                .contains("domain loss (nats per token) against anneal tokens, 3 sources.")
                .contains("Measured at the smallest budget (20k), best first:"
                        + " curated 1.832, synthetic 1.855, web 1.957.")
                .contains("At the largest (1.3M): web 1.603, synthetic 1.703, curated 2.663; the order is reversed.")
                .contains("Curves at 1.3M, beyond the fitted runs: web 1.649, synthetic 1.731, curated 1.784.")
                .contains("Crossing: web overtakes curated at 234k (196k–318k).");
    }

    @Test
    void ranksTheHighestGainFirst() {
        SourceSeries good = SourceSeries.unfitted("good", List.of(new RunMean(10, 0.3, 0, 1, Role.MEASURED)));
        SourceSeries bad = SourceSeries.unfitted("bad", List.of(new RunMean(20, -0.1, 0, 1, Role.MEASURED)));
        CurvesPlot plot = new CurvesPlot(
                "gains", XAxis.COST, YAxis.gain("law"), List.of(bad, good), List.of(), List.of(), Notes.none());

        assertThat(plot.chart().summary()).contains("smallest budget ($10 to $20), best first: good 0.3, bad −0.1.");
    }

    @Test
    void namesOnlyTheFirstOfMany() {
        List<SourceSeries> sources = IntStream.range(0, 20)
                .mapToObj(i -> SourceSeries.unfitted("s" + i, List.of(new RunMean(10, i, 0, 1, Role.MEASURED))))
                .toList();
        CurvesPlot plot =
                new CurvesPlot("many", XAxis.TOKENS, YAxis.loss("law"), sources, List.of(), List.of(), Notes.none());

        assertThat(plot.chart().summary()).contains("s0 0, s1 1, s2 2, s3 3, s4 4, s5 5 and 14 more.");
    }
}
