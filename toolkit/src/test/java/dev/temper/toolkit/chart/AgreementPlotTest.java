package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.chart.AgreementPlot.Pair;
import dev.temper.toolkit.chart.AgreementPlot.Pairs;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementPlotTest {
    private static final AgreementPlot PLOT = new AgreementPlot(
            "loss ~ params + tokens",
            "loss",
            List.of(
                    new Pairs("web", List.of(new Pair(2, 2.1), new Pair(3, 2.9), new Pair(2.5, Double.NaN))),
                    new Pairs("books & more", List.of(new Pair(2.4, 2.45)))),
            "a caption");

    @Test
    void hasBothAxesAlike() {
        LinearScale scale = PLOT.scale();

        assertThat(scale.min()).isLessThan(2);
        assertThat(scale.max()).isGreaterThan(3);
        assertThat(PLOT.chart().svg())
                .contains(">observed loss<", ">predicted loss<", ">books &amp; more<", ">a caption<")
                .satisfies(svg -> assertThat(
                                Pattern.compile(">2\\.4<").matcher(svg).results())
                        .as("a tick of each axis")
                        .hasSize(2));
    }

    @Test
    void tellsHowFarTheWorstIsOff() {
        assertThat(PLOT.chart().summary())
                .isEqualTo("loss ~ params + tokens: predicted against observed loss. web 2 points, at most 0.1 off;"
                        + " books & more 1 points, at most 0.05 off.");
    }

    @Test
    void isDrawnAlikeEachTimeAndInAllItsFormats() {
        assertThat(PLOT.chart().svg()).isEqualTo(PLOT.chart().svg());
        assertThat(PLOT.chart().png()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void hasRoomForVeryManyNamesAndForNothing() {
        List<Pairs> many = IntStream.range(0, 80)
                .mapToObj(i -> new Pairs("a source with a long name " + i, List.of(new Pair(i, i))))
                .toList();

        assertThat(new AgreementPlot("many", "loss", many, "").chart().svg()).contains("a source with a long name 0");
        assertThat(new AgreementPlot("none", "loss", List.of(), "").chart().svg())
                .contains(">none<");
    }
}
