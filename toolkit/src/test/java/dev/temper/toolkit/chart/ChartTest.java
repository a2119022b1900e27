package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.chart.RunMean.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {

    private static final Chart CHART = EmbeddedStudyPlot.plot().chart();

    @Test
    void svgHasASizeAViewBoxAnOpaqueBackgroundAndDarkColours() throws Exception {
        Document svg = parsed(CHART.svg());
        Element root = svg.getDocumentElement();

        assertThat(root.getAttribute("width")).isEqualTo("800");
        assertThat(root.getAttribute("height")).isEqualTo("500");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 800 500");
        assertThat(elements(svg, "style").get(0).getTextContent())
                .contains("@media (prefers-color-scheme:dark)")
                .contains("[fill='white']{fill:rgb(17,17,17)}");
        Element background = elements(svg, "rect").get(0);
        assertThat(background.getAttribute("width")).isEqualTo("800");
        assertThat(background.getAttribute("height")).isEqualTo("500");
        assertThat(((Element) background.getParentNode()).getAttribute("fill")).isEqualTo("white");
    }

    @Test
    void everyColourOfTheSvgHasADarkCounterpart() throws Exception {
        Document svg = parsed(CHART.svg());
        String style = elements(svg, "style").get(0).getTextContent();
        List<String> colours = new ArrayList<>();
        for (Element element : elements(svg, "*")) {
            for (String property : List.of("fill", "stroke")) {
                String colour = element.getAttribute(property);
                boolean unseen = element.getAttribute(property + "-opacity").equals("0");
                if (!colour.isEmpty()
                        && !colour.equals("none")
                        && !unseen
                        && !element.getTagName().equals("svg")) {
                    colours.add("[" + property + "='" + colour + "']");
                }
            }
        }

        assertThat(colours).isNotEmpty().allSatisfy(colour -> assertThat(style).contains(colour));
    }

    @Test
    void textIsTextAndTellsAxesTicksNamesAndCrossings() throws Exception {
        assertThat(texts(CHART.svg()))
                .contains("domain loss (nats per token)", "anneal tokens", "curated", "synthetic", "web")
                .contains("20k", "41k", "82k", "164k", "328k", "655k", "1.3M")
                .contains("web overtakes curated at 234k (196k–318k)", "target 1.3M", "point estimates at 20k")
                .contains("mean of 3 runs, 95 % interval", "fit, 95 % band", "beyond the fitted runs")
                .contains("held back from the fit", "point estimate", "interval of the crossing");
    }

    @Test
    void sameInputGivesTheSameBytes() {
        Chart again = EmbeddedStudyPlot.plot().chart();

        assertThat(again.svg()).isEqualTo(CHART.svg()).isEqualTo(again.svg());
        assertThat(again.png()).isEqualTo(CHART.png());
    }

    @Test
    void svgIsThatOfTheGoldenFile() throws IOException {
        try (InputStream golden =
                Objects.requireNonNull(ChartTest.class.getResourceAsStream("embedded-study.svg"), "golden file")) {
            assertThat(CHART.svg().lines().toList())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(EmbeddedStudyPlot.plot().chart().svg()).isEqualTo(CHART.svg());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesAreEscaped() throws Exception {
        String name = "a<b> & \"c\" </text><script>\u0000\uD800";
        Chart chart = single(name, new RunMean(100, 1, 0.1, 3, Role.MEASURED)).chart();

        assertThat(chart.svg()).doesNotContain("<script");
        assertThat(texts(chart.svg())).anyMatch(text -> text.startsWith("a<b> & \"c\""));
    }

    @Test
    void meansThatAreNotNumbersAreLeftOutAndCounted() throws Exception {
        Chart chart = single(
                        "web",
                        new RunMean(100, Double.NaN, Double.NaN, 1, Role.POINT_ESTIMATE),
                        new RunMean(200, Double.POSITIVE_INFINITY, 1, 1, Role.MEASURED),
                        new RunMean(400, 1.5, Double.NaN, 1, Role.MEASURED))
                .chart();

        assertThat(chart.svg()).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(chart.summary()).contains("2 run means are not numbers and are not drawn");
        assertThat(texts(chart.svg())).contains("web", "one run");
    }

    @Test
    void nothingToDrawStillGivesAxes() throws Exception {
        Chart chart = single("web").chart();

        assertThat(texts(chart.svg())).contains("web", "anneal tokens");
        assertThat(chart.png()).isNotEmpty();
    }

    @Test
    void gapsAndUnboundedIntervalsOfACurveAreDrawnAsSuch() throws Exception {
        SourceSeries source = new SourceSeries(
                "web",
                List.of(),
                List.of(
                        new CurvePoint(10, 3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                        new CurvePoint(20, 2.5, 2, Double.POSITIVE_INFINITY),
                        new CurvePoint(30, Double.NaN, Double.NaN, Double.NaN),
                        new CurvePoint(40, 2, Double.NaN, Double.NaN),
                        new CurvePoint(80, 1, 0.5, 1.5)),
                60);
        Chart chart = plot(source).chart();

        assertThat(chart.svg()).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(parsed(chart.svg()).getDocumentElement().getTagName()).isEqualTo("svg");
    }

    @Test
    void pngHasTwiceThePixelsUnlessToldOtherwise() throws IOException {
        BufferedImage sharp = ImageIO.read(new ByteArrayInputStream(CHART.png()));
        BufferedImage plain = ImageIO.read(new ByteArrayInputStream(CHART.png(1)));

        assertThat(sharp.getWidth()).isEqualTo(2 * CHART.width()).isEqualTo(1600);
        assertThat(sharp.getHeight()).isEqualTo(2 * CHART.height()).isEqualTo(1000);
        assertThat(plain.getWidth()).isEqualTo(800);
        assertThatThrownBy(() -> CHART.png(0)).hasMessageContaining("scale must be from 1 to 8, but is 0");
    }

    @Test
    void pngShowsTheColoursOfTheSources() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(CHART.png()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        for (int source = 0; source < 3; source++) {
            int colour = 0xFF000000 | Tone.ofSource(source).light();
            assertThat(pixels).as("colour of source " + source).contains(colour);
        }
        assertThat(pixels[0]).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aSmallPictureShowsTheSameSmaller() throws Exception {
        Element root = parsed(EmbeddedStudyPlot.plot().chart(320, 240).svg()).getDocumentElement();

        assertThat(root.getAttribute("width")).isEqualTo("320");
        assertThat(Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[2]))
                .isGreaterThan(320);
    }

    private static CurvesPlot single(String name, RunMean... runs) {
        return plot(SourceSeries.unfitted(name, List.of(runs)));
    }

    private static CurvesPlot plot(SourceSeries source) {
        return new CurvesPlot(
                "one source", XAxis.TOKENS, YAxis.gain("domain"), List.of(source), List.of(), List.of(), Notes.none());
    }

    private static List<String> texts(String svg) throws Exception {
        return elements(parsed(svg), "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
