package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.chart.RunMean.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesPlotTest {

    @Test
    void namesEveryFaultAtOnce() {
        SourceSeries web = new SourceSeries(
                "web",
                List.of(new RunMean(0, 1.8, 0.1, 3, Role.MEASURED)),
                List.of(new CurvePoint(-2, 1.8, 1.7, 1.9)),
                Double.NaN);
        SourceSeries twin = SourceSeries.unfitted("web", List.of());
        SourceSeries nameless = SourceSeries.unfitted(" ", List.of());

        assertThatThrownBy(() -> new CurvesPlot(
                        "utility",
                        XAxis.COST,
                        YAxis.loss("domain"),
                        List.of(web, twin, nameless),
                        List.of(new CrossingMark(Double.NaN, 1, 2, "web overtakes curated")),
                        List.of(new VerticalLine(Double.POSITIVE_INFINITY, "target")),
                        Notes.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the chart \"utility\" cannot be drawn")
                .hasMessageContaining("x of a run mean of source \"web\" must be positive and finite"
                        + " (the axis is logarithmic), but is 0.0")
                .hasMessageContaining("x of a curve point of source \"web\" must be positive and finite"
                        + " (the axis is logarithmic), but is -2.0")
                .hasMessageContaining("fittedUpTo of source \"web\" must be positive, but is NaN")
                .hasMessageContaining("\"web\" stands twice")
                .hasMessageContaining("the name of a source must not be blank")
                .hasMessageContaining("x of the crossing \"web overtakes curated\" must be positive")
                .hasMessageContaining("x of the line \"target\" must be positive and finite"
                        + " (the axis is logarithmic), but is Infinity");
    }

    @Test
    void wantsAtLeastOneSource() {
        assertThatThrownBy(() -> new CurvesPlot(
                        "empty", XAxis.TOKENS, YAxis.loss("domain"), List.of(), List.of(), List.of(), Notes.none()))
                .hasMessageContaining("sources must hold at least one, but is empty");
    }

    @Test
    void refusesAPictureWithoutRoom() {
        CurvesPlot plot = EmbeddedStudyPlot.plot();

        assertThatThrownBy(() -> plot.chart(300, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 320 x 240 pixels, but is 300 x 500");
    }

    @Test
    void keepsPointsInOrderOfX() {
        SourceSeries source = SourceSeries.unfitted(
                "web", List.of(new RunMean(9, 1, 0, 1, Role.MEASURED), new RunMean(3, 2, 0, 1, Role.MEASURED)));

        assertThat(source.runs()).extracting(RunMean::x).containsExactly(3.0, 9.0);
    }

    @Test
    void splitsACurveWhereTheFittedRunsEnd() {
        SourceSeries source = new SourceSeries(
                "web", List.of(), List.of(new CurvePoint(10, 4, 3, 5), new CurvePoint(1000, 2, 0, 4)), 100);

        assertThat(source.curveWithin(0, 100)).last().satisfies(point -> {
            assertThat(point.x()).isEqualTo(100);
            assertThat(point.estimate()).isCloseTo(3, within(1e-12));
            assertThat(point.low()).isCloseTo(1.5, within(1e-12));
        });
        assertThat(source.curveWithin(100, 1e9)).extracting(CurvePoint::x).containsExactly(100.0, 1000.0);
    }
}
