package dev.temper.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Origin;
import dev.temper.kernel.eval.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class JavaAssistantTest {
    private static final JavaSession JAVA = JavaSession.start(List.of(
            "import java.io.*;",
            "import java.nio.file.*;",
            "import java.util.*;",
            "import java.util.stream.*;",
            "import static java.util.Map.entry;"));
    private static final JavaAssistant ASSISTANT = new JavaAssistant(JAVA);

    @BeforeAll
    static void declare() {
        Outcome outcome = JAVA.run("""
                List<String> names = new ArrayList<>(List.of("a", "b"));
                int[] numbers = {1, 2};
                /**
                 * Adds.
                 *
                 * @param left the first
                 * @return the sum
                 */
                public int plus(int left, int right) { return left + right; }
                /** A place in {@code R}. */
                public record Place(int x, int y) { double far() { return x; } }
                enum Colour { RED, GREEN }
                sealed interface Shape permits Square { }
                record Square(double side) implements Shape { }
                Place place = new Place(1, 2);
                """, new Origin(1, 1));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @AfterAll
    static void close() {
        JAVA.close();
    }

    private static Completion complete(String cell) {
        int cursor = cell.contains("¦") ? cell.indexOf('¦') : cell.length();
        return ASSISTANT.complete(cell.replace("¦", "").replace('~', '\n'), cursor);
    }

    private static Optional<MimeBundle> inspect(String cell, int detail) {
        int cursor = cell.contains("¦") ? cell.indexOf('¦') : cell.length();
        return ASSISTANT.inspect(cell.replace("¦", "").replace('~', '\n'), cursor, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\".subs|substring",
                "names.getC|getClass",
                "names.get(0).toU|toUpperCase",
                "names.stream().map(s -> s.toLo|toLowerCase",
                "names.stream().map(s -> s.length()).filter(n -> n.comp¦)|compareTo",
                "names.stream().collect(Collectors.groupingBy(String::length)).entryS|entrySet",
                "names.forEach(System.out::printl|println",
                "numbers.len|length",
                "place.fa|far",
                "Colour.G|GREEN",
                "int total = 3;~tota|total",
                "var found = names.stream().toList();~found.get(0).subs|substring",
                "int twice(int n) { return 2 * n; }~twi|twice",
                "int twice(String given) { giv|given",
                "class Box { int content; int f() { cont|content,continue",
                "Box b;~b.cont¦~class Box { int content; }|content",
                "for (String each : names) { each.subs|substring",
                "if (place instanceof Place there && there.fa|far",
                "Runnable r = () -> { int inner = 1; inn|inner",
                "try (var in = Files.newInputS|newInputStream",
                "try { foo(); } catch (IOException problem) { prob|problem",
                "import java.ut|util",
                "import java.util.Scann|Scanner",
                "import static java.lang.Math.sqr|sqrt",
                "java.util.concurrent.Completab|CompletableFuture",
                "import java.util.regex.*;~Pattern.comp|compile",
                "new ArrayLi|ArrayList",
                "entr|entry",
                "static int counted = 3; counted + coun|counted",
                "public class Tool { static int work() { return 1; } }~Tool.wor|work",
                "int x = names.siz¦~foo();|size",
                "names.SUBL|subList",
                "SimpleDateForma|java.text.SimpleDateFormat",
                "retur|return",
            })
    void completes(String cell, String texts) {
        assertThat(complete(cell).texts()).containsExactly(texts.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// names.g",
                "/* names.g",
                "\"names.g",
                "\"\"\"~names.g",
                "String nam¦",
                "nowhere.g",
                "12",
                "3.",
                "int x = \"",
            })
    void completesNothingWhereNothingFits(String cell) {
        assertThat(complete(cell).texts()).isEmpty();
    }

    @Test
    void replacesTheWordThatIsBeingTyped() {
        assertThat(complete("int a = 1;~names.subL¦ist(0, 1)")).satisfies(found -> {
            assertThat(found.start()).isEqualTo(17);
            assertThat(found.end()).isEqualTo(21);
        });
        assertThat(complete("nothing.here")).isEqualTo(Completion.none(12));
    }

    @Test
    void tellsTypesAndSignatures() {
        assertThat(complete("\"a\".subs").suggestions())
                .containsExactly(new Suggestion("substring", "function", "(int): String\n(int, int): String"));
        assertThat(complete("names.ad").suggestions())
                .contains(new Suggestion("add", "function", "(String): boolean\n(int, String): void"));
        assertThat(complete("plu").suggestions())
                .containsExactly(new Suggestion("plus", "function", "(int left, int right): int"));
        assertThat(complete("place.").suggestions()).contains(new Suggestion("x", "function", "(): int"));
        assertThat(complete("place").suggestions()).containsExactly(new Suggestion("place", "instance", "Place"));
        assertThat(complete("new Plac").suggestions())
                .containsExactly(new Suggestion("Place", "class", "(int x, int y)"));
        assertThat(complete("Colour.").suggestions()).contains(new Suggestion("RED", "property", "Colour"));
        assertThat(complete("java.uti").suggestions()).containsExactly(new Suggestion("util", "module", "package"));
        assertThat(complete("whil").suggestions()).containsExactly(new Suggestion("while", "keyword", ""));
        assertThat(complete("Scan").suggestions()).contains(new Suggestion("Scanner", "class", "class"));
    }

    @Test
    void putsFirstWhatHasTheWantedTypeThenWhatIsNearest() {
        assertThat(complete("String text = names.get(0).").texts().get(0)).isEqualTo("concat");
        assertThat(complete("int count = 3; String text = \"\"; String other = t")
                        .texts())
                .startsWith("text")
                .contains("this");
        assertThat(complete("if (names.i").texts()).startsWith("isEmpty");
        assertThat(complete("names.subList(pl").texts()).startsWith("plus");
        assertThat(complete("place.").texts().subList(0, 3)).containsExactly("equals", "far", "hashCode");
        assertThat(complete("place.").texts()).endsWith("wait");
    }

    @Test
    void findsCamelCaseWhenNothingElseFits() {
        assertThat(complete("BIS").texts()).contains("BufferedInputStream");
    }

    @Test
    void completesTypesOfTheClassPathThatNothingImports() {
        ASSISTANT.complete("import org.", 11); // the class path is being read from now on

        assertThat(complete("import org.assertj.core.api.Asserti").texts()).contains("Assertions");
        assertThat(complete("AbstractBigDecimalAsser").texts())
                .containsExactly("org.assertj.core.api.AbstractBigDecimalAssert");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String.valueOf(|static String String.valueOf(Object",
                "String.valueOf|static String String.valueOf(Object",
                "Math.max(1, |static int Math.max(int",
                "Math.max(Math.abs(¦-3), 2)|static int Math.abs(int",
                "Math.max(Math.abs(-3), ¦2)|static int Math.max(int",
                "plus(numb¦ers[0], 1)|int[] numbers",
                "plus(1, |int plus(int left, int right)",
                "names.get(|String List.get(int",
                "new ArrayList<>(|new ArrayList(",
                "new Place(|new Place(int x, int y)",
                "Pla¦ce|record Place(int x, int y)",
                "Squ¦are|record Square(double side) implements Shape",
                "Lis¦t|interface java.util.List<E>",
                "java.uti¦l|package java.util",
                "Integer.MAX_V¦ALUE|static int Integer.MAX_VALUE = 2147483647",
                "names.stream().map(s¦ -> s)|String s",
                "int count = 3;~cou¦nt|int count",
                "int twice(int n) { return n; }~twice(|int twice(int n)",
                "names.stream().map(String::leng¦th)|int String.length()",
                "foo.bar(names.si¦ze())|int List.size()",
                "new ArrayList<>().siz¦e|int ArrayList.size()",
            })
    void explainsWhatIsAtTheCursorOrTheCallThatIsOpen(String cell, String signature) {
        assertThat(inspect(cell, 0))
                .get()
                .satisfies(found -> assertThat(found.text()).startsWith(signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + 1", "nowhere(", "nowhere.atAll", "// names", "foo(1);¦", "while", "\"names\"", ""})
    void explainsNothingWhereThereIsNothing(String cell) {
        assertThat(inspect(cell, 0)).isEmpty();
    }

    @Test
    void showsWhatAVariableHolds() {
        assertThat(inspect("names", 0))
                .get()
                .satisfies(found -> assertThat(found.text())
                        .isEqualTo("List<String> names\n= ArrayList, 2 elements [\"a\", \"b\"]"));
        assertThat(inspect("place", 0))
                .get()
                .satisfies(found -> assertThat(found.text()).isEqualTo("Place place\n= Place[x=1, y=2]"));
    }

    @Test
    void showsTheCommentsOfCells() {
        assertThat(inspect("plus(", 1)).get().satisfies(found -> {
            assertThat(found.text())
                    .isEqualTo(
                            "int plus(int left, int right)\n\nAdds.\n\nParameters\n- left – the first\n\nReturns\n- the sum");
            assertThat(String.valueOf(found.data().get("text/markdown")))
                    .startsWith("```java\nint plus(int left, int right)\n```")
                    .contains("- `left` – the first");
            assertThat(String.valueOf(found.data().get("text/html")))
                    .contains("<code>left</code> – the first")
                    .doesNotContain("<style", "class=");
        });
        assertThat(inspect("Place", 0))
                .get()
                .satisfies(found -> assertThat(found.text()).endsWith("A place in R."));
    }

    @Test
    void answersWhileACellRuns() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        JAVA.beginCell();
        Thread cell = new Thread(() -> {
            started.countDown();
            JAVA.run("while (true) {}", new Origin(2, 1));
        });
        cell.start();
        started.await();
        while (!JAVA.isBusy()) {
            Thread.onSpinWait();
        }
        try {
            assertThat(complete("names.subL").texts()).containsExactly("subList");
            assertThat(inspect("names", 0))
                    .get()
                    .satisfies(found -> assertThat(found.text()).contains("2 elements"));
            assertThat(cell.isAlive()).isTrue();
        } finally {
            JAVA.interrupt();
            cell.join();
            JAVA.endCell();
        }
    }

    @Test
    void knowsTheValuesOfEarlierCells() {
        Outcome shown = JAVA.run("List.of(\"x\").stream().toList()", new Origin(5, 1));
        assertThat(shown).isInstanceOf(Outcome.Value.class);
        JAVA.keep(5, ((Outcome.Value) shown).value());

        assertThat(complete("_5.get(0).subs").texts()).containsExactly("substring");
        assertThat(inspect("_5", 0))
                .get()
                .satisfies(found -> assertThat(found.text())
                        .startsWith("List<String> _5\n= ")
                        .endsWith("[\"x\"]"));
    }

    @Test
    void forgetsWhatIsDeclaredAnew() {
        JAVA.run("class Changing { int before; }", new Origin(3, 1));
        assertThat(complete("new Changing().").texts()).contains("before");
        JAVA.run("class Changing { int after; }", new Origin(4, 1));

        assertThat(complete("new Changing().").texts()).contains("after").doesNotContain("before");
    }
}
