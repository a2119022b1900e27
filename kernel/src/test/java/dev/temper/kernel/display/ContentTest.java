package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
    private record Pair(String left, double right) {}

    @Test
    void keepsMarkupAsItStandsAndGivesTextBesideIt() {
        String html =
                "<style>b{}</style><!-- x --><p>one &lt; <b>two</b></p><table><tr><td>3</td><td>4</td></tr></table>";

        assertThat(Content.html(html).data()).containsEntry("text/html", html);
        assertThat(Content.html(html).text()).isEqualTo("one < two\n3  4");
        assertThat(Content.markdown("# a").data())
                .containsEntry("text/markdown", "# a")
                .containsEntry("text/plain", "# a");
        assertThat(Content.latex("$x$").data())
                .containsEntry("text/latex", "$x$")
                .containsEntry("text/plain", "$x$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<svg viewBox='0 0 20 10'/>|<svg xmlns=\"http://www.w3.org/2000/svg\" height=\"10\" width=\"20\" viewBox='0 0 20 10'/>",
                "<svg xmlns='x' width='40' viewBox='0,0,20,10'>|<svg height=\"20\" width=\"40\" xmlns='x' viewBox='0,0,20,10'>",
                "<svg xmlns='x' width='100%' height='100%' viewBox='0 0 3 1'>|<svg height=\"1\" width=\"3\" xmlns='x' viewBox='0 0 3 1'>",
                "<svg xmlns='x' width='40px' height=\"20.5\">|<svg viewBox=\"0 0 40 20.50\" xmlns='x' width='40px' height=\"20.5\">",
                "<?xml?><svg xmlns='x' width='4' height='2' viewBox='0 0 4 2'/>|<?xml?><svg xmlns='x' width='4' height='2' viewBox='0 0 4 2'/>",
                "<svg xmlns='x' data-a='>'><rect width='5'/></svg>|<svg xmlns='x' data-a='>'><rect width='5'/></svg>",
            })
    void givesSvgTheSizeThatPagesNeed(String svg, String sized) {
        assertThat(Content.svg(svg).data()).containsEntry("image/svg+xml", sized);
    }

    @Test
    void refusesWhatIsNoSvg() {
        assertThatThrownBy(() -> Content.svg("plot.svg"))
                .hasMessage("svg must hold an <svg> element, but begins with: plot.svg");
    }

    @Test
    void showsJsonTextAsATree() {
        MimeBundle bundle = Content.json("{\"a\": [1, 2.50, true, null, \"\\u00e9\\n\"], \"b\": {}}");

        assertThat(bundle.data())
                .containsOnlyKeys("application/json", "text/plain")
                .extractingByKey("application/json")
                .asString()
                .isEqualTo("{a=[1, 2.50, true, null, é\n], b={}}");
        assertThat(bundle.text()).isEqualTo("""
                {
                  "a": [
                    1,
                    2.50,
                    true,
                    null,
                    "é\\n"
                  ],
                  "b": {}
                }""");
        assertThat(bundle.metadata()).isEqualTo(Map.of("application/json", Map.of("expanded", true)));
    }

    @Test
    void showsValuesAsJson() {
        Object value = Arrays.asList(new Pair("l", Double.NaN), Map.of("k", new int[] {1}), null);

        assertThat(Content.json(value).data().get("application/json"))
                .isEqualTo(Arrays.asList(Map.of("left", "l", "right", "NaN"), Map.of("k", List.of(1)), null));
    }

    @Test
    void showsASingleJsonValueAsText() {
        assertThat(Content.json("3.0").data()).isEqualTo(Map.of("text/plain", "3.0"));
    }

    @Test
    void showsVeryMuchJsonAsTextThatIsCut() {
        MimeBundle bundle = Content.json(new int[500_000]);

        assertThat(bundle.data()).containsOnlyKeys("text/plain");
        assertThat(bundle.text()).hasSizeLessThan(21_000).endsWith(" more characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\" 1}|JSON must have a ':' at line 1, column 6, but has '1'",
                "[1,]|JSON must have a value at line 1, column 4, but has ']'",
                "[1] 2|JSON must have the end at line 1, column 5, but has '2'",
                "{a: 1}|JSON must have a name in quotes at line 1, column 2, but has 'a'",
                "[\"a|JSON must have a closing quote at line 1, column 4, but has the end",
                "[01]|JSON must have a ',' at line 1, column 3, but has '1'",
                "[nul]|JSON must have a value at line 1, column 2, but has 'n'",
                "[\"\\x\"]|JSON must have an escape such as \\n or \\u00e9 at line 1, column 4, but has 'x'",
            })
    void saysWhereTextIsNotJson(String json, String message) {
        assertThatThrownBy(() -> Content.json(json)).hasMessage(message);
    }

    @Test
    void refusesJsonWithoutABottom() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThatThrownBy(() -> Content.json(list)).hasMessageContaining("does a value hold itself?");
        assertThatThrownBy(() -> Content.json("[".repeat(100_000))).hasMessageContaining("at most 100 levels");
    }
}
