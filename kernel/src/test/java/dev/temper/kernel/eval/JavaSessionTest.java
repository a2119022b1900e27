package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaSessionTest {
    private static final JavaSession JAVA =
            JavaSession.start(List.of("import java.util.*;", "import java.util.stream.*;"));

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @BeforeEach
    void begin() {
        JAVA.beginCell();
    }

    @AfterEach
    void end() {
        JAVA.endCell();
    }

    private static Outcome run(String source) {
        return JAVA.run(source, new Origin(4, 1));
    }

    private static @Nullable Object value(String source) {
        Outcome outcome = run(source);
        assertThat(outcome).isInstanceOf(Outcome.Value.class);
        return ((Outcome.Value) outcome).value();
    }

    private static List<String> errors(String source) {
        Outcome outcome = run(source);
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome)
                .errors().stream().flatMap(error -> error.lines().stream()).toList();
    }

    private static List<String> trace(String source) {
        Outcome outcome = run(source);
        assertThat(outcome).isInstanceOf(Outcome.Thrown.class);
        return JAVA.trace(((Outcome.Thrown) outcome).thrown());
    }

    @Test
    void returnsTheLiveValueOfTheLastExpression() {
        assertThat(value("var list = new ArrayList<String>(); list.add(\"a\"); list"))
                .isEqualTo(List.of("a"));
        assertThat(value("list")).isSameAs(JAVA.variable("list").orElseThrow());
        assertThat(value("1 + 1 // two")).isEqualTo(2);
        assertThat(value("null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int a1 = 3;",
                "Integer.valueOf(3);",
                "3 + 4; // not shown",
                "int a2; a2 = 5",
                "System.getProperty(\"x\"); /* ; */",
                "void nothing() {} nothing()",
                "// only a comment",
                "",
            })
    void showsNothingOfDeclarationsAssignmentsAndSilencedExpressions(String source) {
        assertThat(run(source)).isEqualTo(new Outcome.Done(List.of()));
    }

    @Test
    void keepsWhatIsDeclared() {
        run("int kept = 20; int twice(int n) { return 2 * n; } record P(int x) {}");

        assertThat(value("twice(new P(kept + 1).x())")).isEqualTo(42);
    }

    @Test
    void tellsAllCompileErrorsOfACellByCellAndLine() {
        List<String> errors = errors("""
                String s = 5;
                int t = "x";

                int g() {
                    return missing;
                }
                t + undeclared""");

        assertThat(errors)
                .containsExactly(
                        "Cell [4], line 1: incompatible types: int cannot be converted to String",
                        "    String s = 5;",
                        "               ^",
                        "Cell [4], line 2: incompatible types: String cannot be converted to int",
                        "    int t = \"x\";",
                        "            ^^^",
                        "Cell [4], line 5: cannot find symbol, symbol: variable missing",
                        "        return missing;",
                        "               ^^^^^^^",
                        "Cell [4], line 7: cannot find symbol, symbol: variable undeclared",
                        "    t + undeclared",
                        "        ^^^^^^^^^^");
    }

    @Test
    void tellsTheErrorsOfEachStatementAfterARejectedOne() {
        List<String> errors = errors("""
                missing1();
                System.out.println(missing2);
                for (String s : List.of(1)) {}
                alpha1 = 3
                """);

        assertThat(errors)
                .filteredOn(line -> line.startsWith("Cell"))
                .containsExactly(
                        "Cell [4], line 1: cannot find symbol, symbol: method missing1()",
                        "Cell [4], line 2: cannot find symbol, symbol: variable missing2",
                        "Cell [4], line 3: incompatible types: Integer cannot be converted to String",
                        "Cell [4], line 4: cannot find symbol, symbol: variable alpha1");
    }

    @Test
    void runsNothingWhenAnythingInTheCellIsMalformed() {
        assertThat(errors("int early = 1;\nint late = (;"))
                .containsExactly(
                        "Cell [4], line 2: illegal start of expression", "    int late = (;", "                ^");
        assertThat(JAVA.variable("early")).isEmpty();
        assertThat(errors("int open() {\n  return 1;").get(0)).startsWith("Cell [4], line 2: reached end of file");
    }

    @Test
    void keepsTheVariablesThatARejectedCellWouldHaveReplaced() {
        run("int precious = 7;");
        errors("int bad = nowhere;\nint precious = \"x\";");

        assertThat(value("precious")).isEqualTo(7);
    }

    @Test
    void countsLinesFromWhereTheSourceBegins() {
        Outcome outcome = JAVA.run("\n\nint x = y;", new Origin(9, 5));

        assertThat(((Outcome.Rejected) outcome).errors().get(0).place()).isEqualTo("Cell [9], line 7");
    }

    @Test
    void tellsTheCauseFirstByCellAndLine() {
        JAVA.run("\nint divide(int n) {\n  return 1 /\n    n;\n}\n", new Origin(2, 1));
        JAVA.run(
                "int wrap() {\n try { return divide(0); }\n"
                        + " catch (ArithmeticException e) { throw new IllegalStateException(\"wrapped\", e); }\n}",
                new Origin(3, 1));

        assertThat(trace("// calls\nint result =\n  wrap();"))
                .containsExactly(
                        "java.lang.ArithmeticException: / by zero",
                        "    at divide (Cell [2], line 3)",
                        "    at wrap (Cell [3], line 2)",
                        "    at Cell [4], line 3",
                        "which led to:",
                        "java.lang.IllegalStateException: wrapped",
                        "    at wrap (Cell [3], line 3)",
                        "    at Cell [4], line 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~int[] none = {};~none[3]|3",
                "~~var x =~~  List.of(1)~   .get(7);|6",
                "~~Object o = 1;~String s =~ (String) o;|4",
                "~~for (int i = 0; i < 3; i++) {~  if (i == 1)~    Objects.requireNonNull(null);~}|5",
                "~~/* a~ comment */ List.of().get(0)|4",
            })
    void namesTheLineWhateverStandsBefore(String source, String line) {
        assertThat(trace(source.replace('~', '\n'))).last().isEqualTo("    at Cell [4], line " + line);
    }

    @Test
    void foldsTheFramesOfLibrariesAndRepeatedOnes() {
        assertThat(trace("class Q { int q() { throw new RuntimeException(\"in Q\"); } }\n"
                        + "List.of(1).stream().map(i -> new Q().q()).toList()"))
                .startsWith(
                        "java.lang.RuntimeException: in Q",
                        "    at Q.q (Cell [4], line 1)",
                        "    at lambda (Cell [4], line 2)")
                .endsWith("    at Cell [4], line 2")
                .hasSize(6);
        assertThat(trace("int deep(int n) { return 1 + deep(n); }\ndeep(1)"))
                .hasSize(3)
                .last()
                .asString()
                .contains("more times");
    }

    @Test
    void keepsVariablesWhenAMethodOrClassIsDefinedAnew() {
        run("class U { int q() { return 7; } } int other = 5; int m() { return 1; }");
        run("class U { int q() { return 8; } } int m() { return 2; }");

        assertThat(value("new U().q() + m() + other")).isEqualTo(15);
    }

    @Test
    void allowsForwardReferencesAndTellsWhatIsMissing() {
        assertThat(run("int first() { return second(); }"))
                .isEqualTo(new Outcome.Done(List.of("first cannot be used before method second() is declared.")));
        assertThat(errors("\nfirst()"))
                .containsExactly("Cell [4], line 2: first cannot be used before method second() is declared.");
        assertThat(value("int second() { return 3; } first()")).isEqualTo(3);
    }

    @Test
    void declaresVariablesOfGivenTypes() {
        JAVA.bind("bound", int.class, 3);
        JAVA.bind("list", List.of(1).getClass(), List.of(1, 2));
        JAVA.bind("typed", "Map<String, List<Integer>>", Map.of("a", List.of(5)));
        JAVA.bind("nothing", String.class, null);

        assertThat(value("bound + list.size() + typed.get(\"a\").get(0) + (nothing == null ? 1 : 0)"))
                .isEqualTo(11);
        JAVA.bind("bound", "", 8);
        assertThat(value("bound")).isEqualTo(8);
        assertThatThrownBy(() -> JAVA.bind("bound", "", "text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bound must hold a int");
        assertThatThrownBy(() -> JAVA.bind("class", int.class, 1)).hasMessageContaining("must be a name of Java");
        assertThatThrownBy(() -> JAVA.bind("never", "", 1)).hasMessageContaining("never must be declared");
    }

    @Test
    void bindsValuesOfTypesThatCellsDeclared() {
        Object value = value("record Pair(int a) {} new Pair(4)");
        assertThat(value).isNotNull();
        JAVA.bind("pair", value == null ? Object.class : value.getClass(), value);

        assertThat(value("pair.a()")).isEqualTo(4);
    }

    @Test
    void readsVariables() {
        run("String there = \"x\"; String empty = null;");

        assertThat(JAVA.variable("there")).contains("x");
        assertThat(JAVA.variable("empty")).isEmpty();
        assertThat(JAVA.variable("absent")).isEmpty();
    }

    @Test
    void seesTheClassPathOfTheKernel() {
        assertThat(value("dev.temper.kernel.eval.Started.class.getSimpleName()"))
                .isEqualTo("Started");
    }

    @Test
    void namesTheValuesOfEarlierCellsWithTheTypesTheCompilerFound() {
        JAVA.keep(11, value("List.of(1, 2).stream().map(i -> Map.entry(\"k\", i)).toList()"));
        JAVA.keep(12, value("1L + 1"));
        JAVA.keep(13, value("record Own(int a) {} new Own[] {new Own(5)}"));
        JAVA.keep(14, List.of("from", "a magic"));
        JAVA.keep(15, value("new Object() { int hidden = 1; }"));

        assertThat(value("_11.get(1).getKey().length() + _11.get(0).getValue() + _12 + _13[0].a() + _14.size()"))
                .isEqualTo(1 + 1 + 2L + 5 + 2);
        assertThat(value("_15.getClass() == Out[15].getClass() && Out[12].equals(2L) && __ == _15"))
                .isEqualTo(true);
        assertThat(JAVA.variables())
                .extracting(JavaSession.Variable::name)
                .noneMatch(name -> name.startsWith("_") || name.startsWith("$"));
        assertThat(errors("_4711")).anyMatch(line -> line.contains("cannot find symbol"));
    }

    @Test
    void keepsTheLatestResultsOnly() {
        JAVA.keep(2000, "old");
        JAVA.keep(2000 + Earlier.MOST, "new");

        assertThat(value("Out[2000] == null && Out[3000].equals(\"new\")")).isEqualTo(true);
        assertThat(errors("_2000")).isNotEmpty();
    }

    @Test
    void runsStatementsBeforeOneThatDoesNotCompile() {
        run("List<Integer> seen = new ArrayList<>();");

        assertThat(errors("seen.add(1);\nseen.add(\"x\");"))
                .first()
                .asString()
                .startsWith("Cell [4], line 2: incompatible types");
        assertThat(value("seen")).isEqualTo(List.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing()", "steps2 = 3", "steps2++;", "if (false) {}"})
    void showsNothingOfWhatHasNoValue(String source) {
        run("void nothing() {} int steps2 = 0;");

        assertThat(run(source)).isEqualTo(new Outcome.Done(List.of()));
    }

    @Test
    void refusesAStatementWithoutItsBody() {
        assertThat(errors("if (true)")).isNotEmpty();
    }

    @Test
    void tellsWhatIsDeclared() {
        run(
                "import java.util.regex.*; class Told { int a; } int toldMethod(int n) { return n; } List<String> toldList = List.of();"
                        + " var toldAnonymous = new Object() { int q; };");
        run("String toldList = \"x\";");

        assertThat(JAVA.declarations(""))
                .contains(
                        new Declaration(Declaration.Kind.IMPORT, "import java.util.*;", "import java.util.*;"),
                        new Declaration(
                                Declaration.Kind.IMPORT, "import java.util.regex.*;", "import java.util.regex.*;"),
                        new Declaration(Declaration.Kind.TYPE, "Told", "class Told { int a; }"),
                        new Declaration(Declaration.Kind.VARIABLE, "toldList", "String toldList"))
                .doesNotContain(new Declaration(Declaration.Kind.VARIABLE, "toldList", "List<String> toldList"))
                .anyMatch(told -> told.source().endsWith("Object toldAnonymous"));
    }

    @Test
    void tellsWhatIsDeclaredAndItsValueWhileACellRuns() throws Exception {
        run("int peeked = 5;");
        Started.reset();
        JAVA.beginCell();
        Thread cell = new Thread(() -> run("peeked = 6; dev.temper.kernel.eval.Started.now(); while (true) {}"));
        cell.start();
        Started.await();
        try {
            assertThat(JAVA.declarations("")).extracting(Declaration::name).contains("peeked");
            assertThat(JAVA.peek("peeked")).contains(6);
            assertThat(JAVA.peek("absent")).isEmpty();
            assertThat(JAVA.isBusy()).isTrue();
            assertThat(JAVA.readiness("1 + 1")).isEqualTo(Readiness.UNKNOWN);
        } finally {
            JAVA.interrupt();
            cell.join();
            JAVA.endCell();
        }
        assertThat(JAVA.readiness("1 + 1")).isEqualTo(Readiness.COMPLETE);
    }

    @Test
    void answersFromSeveralThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "shared" + i;
            Thread thread = new Thread(() -> JAVA.bind(name, int.class, 1));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(value("shared0 + shared1 + shared2 + shared3")).isEqualTo(4);
    }
}
