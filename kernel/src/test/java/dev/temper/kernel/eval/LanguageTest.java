package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java as people type it into cells. In the table, {@code §} ends a cell; the last one has the value shown. */
class LanguageTest {
    private static final JavaSession JAVA =
            JavaSession.start(List.of("import java.util.*;", "import java.util.function.*;"));

    @BeforeAll
    static void start() {
        JAVA.beginCell();
    }

    @AfterAll
    static void close() {
        JAVA.close();
    }

    private static String shown(String cells) {
        Outcome outcome = new Outcome.Done(List.of());
        for (String cell : cells.split("§", -1)) {
            outcome = JAVA.run(cell.strip(), new Origin(1, 1));
        }
        return outcome instanceof Outcome.Value value ? String.valueOf(value.value()) : outcome.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "int a = 1; int b = 2, c = 3; a + b + c|6",
                "int even(int n) { return n == 0 ? 1 : odd(n - 1); } int odd(int n) { return n == 0 ? 0 : even(n - 1); } even(4)|1",
                "class Node { Leaf leaf; } class Leaf { Node up; } new Node().leaf == null|true",
                "import java.util.concurrent.atomic.AtomicInteger; new AtomicInteger(4).incrementAndGet()|5",
                "import static java.lang.Math.max; § max(3, 4)|4",
                "class Outer1 { static class Inner { static int seven() { return 7; } } } Outer1.Inner.seven()|7",
                "record Span(int from, int to) { Span { if (to < from) throw new IllegalArgumentException(); } int size() { return to - from; } } § new Span(2, 5).size()|3",
                "sealed interface Shape permits Disc, Box {} record Disc(double r) implements Shape {} record Box(double w) implements Shape {} § ((Shape) new Disc(2)) instanceof Disc d ? d.r() : 0|2.0",
                "enum Colour { RED { int rank() { return 1; } }; abstract int rank(); } Colour.RED.rank()|1",
                "interface Named { default String name() { return \"n\"; } } new Named() {}.name()|n",
                "Function<Integer, Integer> twice = x -> 2 * x; § twice.andThen(x -> x + 1).apply(4)|9",
                "var numbers = new ArrayList<Integer>(List.of(3, 1, 2)); numbers.sort(null); § numbers|[1, 2, 3]",
                "<T extends Comparable<T>> T most(List<T> all) { return Collections.max(all); } § most(List.of(4, 9, 2))|9",
                "int day = 3; String kind = switch (day) { case 6, 7 -> \"end\"; default -> \"week\"; }; kind|week",
                "Object o1 = \"text\"; § if (o1 instanceof String s1 && s1.length() == 4) o1 = s1.toUpperCase(); § o1|TEXT",
                "String text = \"a//b\"; // not \"this\" § text.length()|4",
                "int x1 = 1; § String x1 = \"now text\"; § x1|now text",
                "int f1() { return 1; } § int f1() { return 2; } int f1(int n) { return n; } § f1() + f1(10)|12",
                "List<String> xs1 = List.of(\"a\", \"b\"); String all1 = \"\"; for (String s : xs1) { all1 += s; } § all1|ab",
                "int i1 = 0; while (i1 < 5) i1++; do { i1--; } while (i1 > 2); i1|2",
                "label: for (int p = 0; ; p++) { for (;;) { if (p > 3) break label; continue label; } } § 1|1",
                "int[] squares = new int[3]; for (int q = 0; q < 3; q++) squares[q] = q * q; § squares[2]|4",
                "try { Integer.parseInt(\"x\"); } catch (NumberFormatException e) { i2 = 5; } finally { i2++; } § int i2; § 3|3",
                "int n3 = 5; n3 += 2|7",
                "int n4 = 5; n4++; n4|6",
                "(n5 = 3) § int n5 = 0; (n5 = 4)|4",
                "null|null",
                "List.of(1, 2).stream().map(v -> { int w = v * v; return w; }).toList()|[1, 4]",
                "a < b == b > a § int a = 1, b = 2; a < b|true",
                "int Out = 3; Out|3",
            })
    void runsWhatPeopleType(String cells, String value) {
        assertThat(shown(cells)).isEqualTo(value);
    }

    @Test
    void takesTextBlocksAsTheyAre() {
        assertThat(shown("String block = \"\"\"\n    one; // two\n      \"three\"\n    \"\"\";\nblock"))
                .isEqualTo("one; // two\n  \"three\"\n");
        assertThat(shown("\"\"\"\n  { \" } \\\"\"\" ;\n  \"\"\".lines().count()"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thread.sleep(0); java.nio.file.Files.size(java.nio.file.Path.of(\".\")) >= 0|true",
                "boolean here() throws Exception { return Class.forName(\"java.lang.String\") != null; } here()|true",
                "try (var open = new java.io.StringReader(\"x\")) { open.read(); } 5|5",
            })
    void needsNoTryAroundCheckedExceptions(String cells, String value) {
        assertThat(shown(cells)).isEqualTo(value);
    }

    @Test
    void takesSwitchPatternsWhereTheJdkHasThem() {
        assumeTrue(Runtime.version().feature() >= 21);

        assertThat(shown("record At(int x, int y) {}\nObject it = new At(1, 2);\n"
                        + "switch (it) { case At(int x, var y) when x < y -> \"below\"; case At p -> \"at\"; "
                        + "default -> \"none\"; }"))
                .isEqualTo("below");
        assertThat(shown("String told = switch (it) { case At(int x, int y) -> \"\" + x + y; default -> \"\"; }; told"))
                .isEqualTo("12");
    }

    @Test
    void showsTheValueOfASwitch() {
        assertThat(shown("switch (3) { case 1 -> \"one\"; default -> \"many\"; }"))
                .isEqualTo("many");
        assertThat(shown("switch (3) { case 1 -> 1; default -> 2.5; }")).isEqualTo("2.5");
    }

    @Test
    void keepsWhatLambdasOfEarlierCellsSee() {
        shown("int base = 1; Supplier<Integer> read = () -> base;");
        shown("base = 5;");

        assertThat(shown("read.get()")).isEqualTo("5");
    }

    @Test
    void namesTheLocalVariableThatIsNull() {
        Outcome outcome = JAVA.run(
                "int size(String word) { String copy = word; return copy.length(); }\nsize(null)", new Origin(1, 1));

        assertThat(((Outcome.Thrown) outcome).thrown()).hasMessageContaining("because \"copy\" is null");
    }

    @Test
    void showsArraysAsArrays() {
        Outcome outcome = JAVA.run("new int[] {1, 2}", new Origin(1, 1));

        assertThat(Arrays.toString((int[]) ((Outcome.Value) outcome).value())).isEqualTo("[1, 2]");
    }
}
