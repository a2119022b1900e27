package dev.temper.toolkit.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

class ToolkitRenderersTest {
    private final Renderers renderers = new Renderers();

    ToolkitRenderersTest() {
        new ToolkitRenderers().provide(renderers);
    }

    @Test
    void showsATableOfEveryKindOfColumn() {
        DoubleColumn share = DoubleColumn.create("share", 0.25, Double.NaN);
        share.setPrintFormatter(NumberColumnFormatter.percent(1));
        Table table = Table.create(
                "runs",
                StringColumn.create("name", "a & b", ""),
                DoubleColumn.create("loss", 2.123456789, Double.NaN),
                share,
                FloatColumn.create("rate", 0.1f, 2f),
                IntColumn.create("n", 1_000_000, -2),
                BooleanColumn.create("ok", true, false),
                DateColumn.create("day", LocalDate.of(2026, 2, 3), null));
        MimeBundle bundle = renderers.render(table);

        assertThat(bundle.text()).isEqualTo("""
                name     loss  share     rate        n  ok     day
                a & b  2.1235  25.0%  0.10000  1000000  true   2026-02-03
                –           –      –        2       -2  false  –
                2 rows × 7 columns of runs""");
        assertThat(String.valueOf(bundle.data().get("text/latex")))
                .startsWith("\\begin{tabular}{lrrrrll}\n\\toprule\nname & loss & share & rate & n & ok & day \\\\\n")
                .contains("a \\& b & 2.1235 & 25.0\\% & 0.10000 & 1000000 & true & 2026-02-03 \\\\\n-- & -- & -- & 2");
        assertThat(String.valueOf(bundle.data().get("text/html")))
                .contains("class=\"dataframe\"", "text-align:right;\">2.1235</td>", "text-align:left;\">a &amp; b</td>")
                .doesNotContain("<style", "color:");
    }

    @Test
    void showsTheFirstAndTheLastRows() {
        Table table =
                Table.create(IntColumn.create("row", IntStream.range(0, 105).toArray()));

        assertThat(renderers.render(table).text().lines())
                .hasSize(28)
                .contains(" 19", "  ⋮", "100", "104")
                .doesNotContain(" 20", " 99")
                .endsWith("105 rows × 1 columns, the first 20 and the last 5 shown");
    }

    @Test
    void showsAColumn() {
        assertThat(renderers.render(DoubleColumn.create("loss", 2.5, 3)).text())
                .isEqualTo("loss\n 2.5\n   3\n2 rows of type DOUBLE");
        assertThat(renderers.render(Table.create("none")).text()).endsWith("0 rows × 0 columns of none");
    }

    @Test
    void cutsLongTextsOfATable() {
        Table table = Table.create(StringColumn.create("text", "𝄞".repeat(200), "two\nlines"));

        assertThat(renderers.render(table).text().lines())
                .anyMatch(line -> line.endsWith("𝄞…") && line.length() <= 160)
                .contains("two lines");
    }

    @Test
    void showsAChartThatWasMadeByHand() throws IOException {
        XYChart chart =
                new XYChartBuilder().width(200).height(150).title("speed").build();
        chart.addSeries("a<b", new double[] {1, 2, 3}, new double[] {3, 1, 2});
        MimeBundle bundle = renderers.render(chart);

        assertThat(bundle.text()).isEqualTo("XYChart \"speed\": a<b");
        assertThat(bundle.metadata()).isEqualTo(Map.of("image/png", Map.of("width", 200, "height", 150)));
        assertThat(String.valueOf(bundle.data().get("image/svg+xml")))
                .startsWith("<svg ")
                .contains("width=\"200\"", "height=\"150\"", "viewBox=\"0 0 200 150\"", "a&lt;b</desc>")
                .doesNotContain("prefers-color-scheme");
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(String.valueOf(bundle.data().get("image/png")))));
        assertThat(List.of(png.getWidth(), png.getHeight())).containsExactly(400, 300);
        assertThat(new Color(png.getRGB(0, 0))).isEqualTo(chart.getStyler().getChartBackgroundColor());
    }

    @Test
    void showsTheSameChartByTheSameBytes() {
        PieChart chart = new PieChartBuilder().width(200).height(150).build();
        for (String name : Arrays.asList("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")) {
            chart.addSeries(name, 1);
        }

        assertThat(renderers.render(chart)).isEqualTo(renderers.render(chart));
        assertThat(renderers.render(chart).text()).isEqualTo("PieChart: a, b, c, d, e, f, g, h and 2 more");
    }

    @Test
    void showsAChartOfVeryManyPointsByItsPixels() {
        XYChart chart = new XYChartBuilder().width(300).height(200).build();
        chart.addSeries(
                "noise",
                IntStream.range(0, 30_000).mapToDouble(i -> i * 7919 % 10_007).toArray());

        assertThat(renderers.render(chart).data()).containsOnlyKeys("image/png", "text/plain");
    }
}
