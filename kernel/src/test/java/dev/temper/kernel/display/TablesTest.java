package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablesTest {
    private final Renderers renderers = new Renderers();

    private record City(String name, double size, List<Integer> years) {}

    private record Written(int x) {
        @Override
        public String toString() {
            return "written " + x;
        }
    }

    @SuppressWarnings("UnusedMethod") // the table reads it
    private record Failing(int x) {
        @Override
        public int x() {
            throw new IllegalStateException("no");
        }
    }

    @Test
    void showsRecordsAsATableInAllFormats() {
        MimeBundle bundle =
                renderers.render(List.of(new City("A & B", 0.5, List.of(1, 2)), new City("C", 12, List.of())));

        assertThat(bundle.text()).isEqualTo("""
                name   size  years
                A & B   0.5  [1, 2]
                C      12.0  []
                2 rows of City""");
        assertThat(bundle.data().get("text/latex")).isEqualTo("""
                \\begin{tabular}{lrl}
                \\toprule
                name & size & years \\\\
                \\midrule
                A \\& B & 0.5 & [1, 2] \\\\
                C & 12.0 & [] \\\\
                \\bottomrule
                \\end{tabular}""");
        assertThat(String.valueOf(bundle.data().get("text/html")))
                .contains("text-align:right;\">0.5</td>", ">A &amp; B</td>")
                .doesNotContain("<style", "var(");
    }

    @Test
    void showsArraysAndSetsOfRecordsToo() {
        City city = new City("A", 1, List.of());

        assertThat(renderers.render(new City[] {city}).data()).containsKey("text/html");
        assertThat(renderers.render(Set.of(city)).data()).containsKey("text/html");
    }

    @Test
    void showsAnExcerptOfManyRows() {
        List<City> cities = IntStream.range(0, 1000)
                .mapToObj(i -> new City("c" + i, i, List.of()))
                .toList();

        assertThat(renderers.render(cities).text().lines().toList())
                .hasSize(28)
                .contains("c19    19.0  []", "⋮         ⋮  ⋮", "c995  995.0  []")
                .doesNotContain("c20    20.0  []")
                .endsWith("1,000 rows of City," + " the first 20 and the last 5 shown");
    }

    @Test
    void showsMapsOfTheSameNames() {
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("run", "a");
        first.put("loss", 2.5);
        Map<String, Object> second = new LinkedHashMap<>();
        second.put("run", null);

        assertThat(renderers.render(List.of(first, second)).text()).isEqualTo("""
                run   loss
                a      2.5
                null     –
                2 rows""");
    }

    @Test
    void putsTheNamesOfHashTablesInTheOrderOfTheAlphabet() {
        assertThat(renderers
                        .render(List.of(Map.of("c", 3, "a", 1, "b", 2, "d", 4)))
                        .text())
                .startsWith("a  b  c  d\n1  2  3  4\n1 row");
    }

    @Test
    void leavesAsTextWhatIsNoTable() {
        assertThat(renderers
                        .render(List.of(Map.of("a", 1), Map.of("b", 1), Map.of("c", 1)))
                        .data())
                .containsOnlyKeys("text/plain");
        assertThat(renderers
                        .render(Arrays.asList(new City("A", 1, List.of()), null))
                        .data())
                .containsOnlyKeys("text/plain");
        assertThat(renderers.render(List.of(Map.of(1, 1))).data()).containsOnlyKeys("text/plain");
        assertThat(renderers.render(List.of()).text()).isEqualTo("[]");
        assertThat(renderers.render(List.of(new Written(1))).text()).isEqualTo("[written 1]");
        assertThat(renderers.render(Map.of("a", 1)).text()).isEqualTo("{a=1}");
    }

    @Test
    void tellsInItsCellOfAComponentThatCannotBeRead() {
        assertThat(renderers.render(List.of(new Failing(1))).text())
                .contains("(x of dev.temper.kernel.display.TablesTest$Failing threw");
    }

    @Test
    void showsAnExcerptOfManyColumns() {
        List<Grid.Column> columns = IntStream.range(0, 30)
                .mapToObj(i -> Grid.Column.number("k" + i))
                .toList();
        LargeTable table = new LargeTable(columns, 1, (row, column) -> String.valueOf(column));

        assertThat(table.bundle("rows × 30 columns").text())
                .contains("k15  …  k26")
                .endsWith("1 row × 30 columns; 16 + 4 of 30 columns shown");
    }
}
