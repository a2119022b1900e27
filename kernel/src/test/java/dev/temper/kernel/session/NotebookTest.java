package dev.temper.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.assist.Completion;
import dev.temper.kernel.assist.Suggestion;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.eval.Readiness;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookTest {
    private static final Recorder PAGE = new Recorder();
    private static final Notebook NOTEBOOK = new Notebook(PAGE);
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final InputStream IN = System.in;

    @BeforeAll
    static void connectStreams() {
        System.setOut(NOTEBOOK.out());
        System.setErr(NOTEBOOK.err());
        System.setIn(NOTEBOOK.in());
    }

    @AfterAll
    static void giveStreamsBack() {
        System.setOut(OUT);
        System.setErr(ERR);
        System.setIn(IN);
        NOTEBOOK.close();
    }

    @BeforeEach
    void forget() {
        PAGE.take();
    }

    private static String shown(String cell) {
        CellResult result = NOTEBOOK.run(cell, 7);
        assertThat(result).isInstanceOf(CellResult.Shown.class);
        return ((CellResult.Shown) result).bundle().text();
    }

    private static void done(String cell) {
        assertThat(NOTEBOOK.run(cell, 7)).isEqualTo(new CellResult.Done());
    }

    private static CellError error(String cell) {
        CellResult result = NOTEBOOK.run(cell, 7);
        assertThat(result).isInstanceOf(CellResult.Failed.class);
        return ((CellResult.Failed) result).error();
    }

    @Test
    void showsTheLastValueOfJavaAndOfMagics() {
        assertThat(shown("int a = 20;\na + 1")).isEqualTo("21");
        assertThat(shown("int b = 1;\n%echo 'x y' z")).isEqualTo("[x y, z]");
        assertThat(shown("%%echo a\n\nbody %b\n")).isEqualTo("[a]\nbody %b");
    }

    @Test
    void showsWithTheRenderersOfLibrariesAndOfCells() {
        assertThat(shown("new java.awt.Point(3, 4)")).isEqualTo("3,4");
        done("notebook().renderers().register(StringBuilder.class,"
                + " s -> dev.temper.kernel.display.MimeBundle.plain(\"built \" + s));");
        assertThat(shown("new StringBuilder(\"x\")")).isEqualTo("built x");
    }

    @Test
    void assignsTheValueOfAMagic() {
        assertThat(shown("var said = %echo a b;\nsaid.get(1) + \"\" + said.size()"))
                .isEqualTo("b2");
        assertThat(shown("List<String> typed = %echo c\ntyped = %echo d\ntyped.get(0).length()"))
                .isEqualTo("1");
        assertThat(error("\nint number = %echo e").message())
                .startsWith("Cell [7], line 2: number must hold a int, but: ");
    }

    @Test
    void letsMagicsReadAndDefineVariables() {
        done("%echo a b --into fromMagic");
        assertThat(shown("fromMagic.size()")).isEqualTo("2");
        assertThat(shown("String java = \"there\";\n%echo --from java")).isEqualTo("there");
        assertThat(error("%echo a --into 3x").message()).isEqualTo("name must be a name of Java, but is 3x");
    }

    @Test
    void showsOneOutputThatChanges() {
        done("%echo a b --live");

        assertThat(PAGE.take()).containsExactly("display begin live", "update a", "update b", "OUT done\n");
    }

    @Test
    void tellsAllFaultsOfAMagicWithoutATrace() {
        assertThat(error("\n%echo --fail").trace()).containsExactly("first fault", "Cell [7], line 3: second fault");
        assertThat(error("%ehco").message()).startsWith("There is no magic %ehco. Did you mean %echo?");
        assertThat(error("int x;\n%%echo").message()).startsWith("%%echo must stand on the first line");
    }

    @Test
    void stopsAtTheFirstErrorOfACell() {
        done("int reached = 0;");
        CellError error = error("reached = 1;\n%echo --fail\nreached = 2;");

        assertThat(error.name()).isEqualTo("MagicError");
        assertThat(shown("reached")).isEqualTo("1");
    }

    @Test
    void namesTheLineOfJavaBelowAMagic() {
        assertThat(error("%echo a\n\nint y = \"x\";").trace().get(0))
                .startsWith("Cell [7], line 3: incompatible types");
        assertThat(error("%echo a\n\nthrow new Exception(\"so\");").trace())
                .containsExactly("java.lang.Exception: so", "    at Cell [7], line 3");
    }

    @Test
    void keepsTheOrderOfBothStreamsAndOfDisplays() {
        done(
                "System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"c\"); display(1); System.out.print(\"d\");");

        assertThat(PAGE.take()).containsExactly("OUT a", "ERR b", "OUT c", "display 1", "OUT d");
    }

    @Test
    void losesNothingThatIsPrinted() {
        done("for (int i = 0; i < 20_000; i++) { System.out.println(i + \" é✓𝄞\"); }");

        String all = PAGE.take().stream().map(text -> text.substring(4)).collect(Collectors.joining());
        assertThat(all.lines().toList())
                .hasSize(20_000)
                .endsWith("19999 é✓𝄞")
                .allMatch(line -> line.endsWith(" é✓𝄞"));
    }

    @Test
    void cutsNoCharacter() {
        done("byte[] treble = \"𝄞\".getBytes(java.nio.charset.StandardCharsets.UTF_8);"
                + " System.out.write(treble, 0, 3); System.out.flush(); display(1); System.out.write(treble, 3, 1);");

        assertThat(PAGE.take()).containsExactly("display 1", "OUT 𝄞");
    }

    @Test
    void readsWhatTheUserTypes() {
        assertThat(shown("new Scanner(System.in).nextLine()")).isEqualTo("typed");
        assertThat(PAGE.take()).containsExactly("ask");
    }

    @Test
    void tellsWhatADeclarationStillNeeds() {
        done("int half() { return whole() / 2; }");

        assertThat(PAGE.take()).containsExactly("ERR half cannot be used before method whole() is declared.\n");
    }

    @Test
    void showsInPlaceOfAValueWhyItCannotBeWritten() {
        assertThat(
                        shown(
                                "class Bad { public String toString() { throw new IllegalStateException(\"no\"); } }\nnew Bad()"))
                .isEqualTo("toString of Bad threw:\njava.lang.IllegalStateException: no\n"
                        + "    at Bad.toString (Cell [7], line 1)");
    }

    @Test
    void takesAnErrorInARendererForTheErrorOfTheCell() {
        CellError error =
                error("class Odd {}\nregister(Odd.class, odd -> { throw new IllegalStateException(\"no\"); });\n"
                        + "new Odd()");

        assertThat(error.message()).isEqualTo("no");
        assertThat(error.trace().get(1)).isEqualTo("    at lambda (Cell [7], line 2)");
    }

    @Test
    void showsAsTheSettingsOfALibrarySay() {
        String point = "new java.awt.geom.Point2D.Float(1, 2)";
        assertThat(shown(point)).isEqualTo("1.0,2.0");
        done("%config point.separator=;");
        assertThat(shown(point)).isEqualTo("1.0;2.0");
        done("%config --reset point.separator");
        assertThat(shown(point)).isEqualTo("1.0,2.0");
        assertThat(NOTEBOOK.complete("%config point.separator=", 24).texts())
                .containsExactly("point.separator=,", "point.separator=;");
    }

    @Test
    void evaluatesExpressionsForThePage() {
        done("double width = 2.5;");

        assertThat(NOTEBOOK.evaluate("width * 2")).isEqualTo(new CellResult.Shown(MimeBundle.plain("5.0")));
        assertThat(NOTEBOOK.evaluate("wdth")).isInstanceOf(CellResult.Failed.class);
    }

    @Test
    void completesJavaAndMagics() {
        String cell = "%echo a\nint x = 3;\nMath.ab";
        Completion java = NOTEBOOK.complete(cell, cell.length());
        assertThat(java.texts()).contains("abs");
        assertThat(cell.substring(java.start(), java.end())).isEqualTo("ab");

        String line = "int x = 3;\nvar y = %echo a --l";
        Completion magic = NOTEBOOK.complete(line, line.length());
        assertThat(magic.suggestions()).containsExactly(new Suggestion("--live", "option", ""));
        assertThat(line.substring(magic.start(), magic.end())).isEqualTo("--l");
        assertThat(NOTEBOOK.complete("%", 1).suggestions())
                .contains(
                        new Suggestion("%echo", "magic", "Say it again."),
                        new Suggestion("%%echo", "magic", "Say it again."));
    }

    @Test
    void completesWhatIsDeclaredAboveAMagicAndByItsAssignment() {
        String cell = "int above = 3;\nString said = %echo a\n%echo \\\n  b\nint y = abo";
        assertThat(NOTEBOOK.complete(cell, cell.length()).texts()).containsExactly("above");
        String assigned = "String said = %echo a\nsaid.subs";
        assertThat(NOTEBOOK.complete(assigned, assigned.length()).texts()).containsExactly("substring");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%time Math.sqr|sqrt",
                "%timeit -n 3 Math.sqr|sqrt",
                "var fast = %time Math.sqr|sqrt",
                "String s = \"a\";~%time s.subs|substring",
                "%%time~Math.sqr|sqrt",
                "%%time int x = 3;~Math.sqr|sqrt",
                "%time %echo a --l|--live",
                "%timeit --ru|--runs",
                "Files.readString(Path.of(\"src/te|src/test/",
                "new File(\"po|pom.xml",
                "%time Path.of(\"src/te|src/test/",
                "List.of(\"a\", \"src/te|src/test/",
            })
    void completesTheJavaOfAMagicAndPathsInTexts(String typed, String expected) {
        String cell = typed.replace('~', '\n');
        Completion found = NOTEBOOK.complete(cell, cell.length());

        assertThat(found.texts()).containsExactly(expected);
        assertThat(expected.toLowerCase(Locale.ROOT)).startsWith(cell.substring(found.start(), found.end()));
    }

    @Test
    void offersTheFilesOfTheFolderWhereAPathIsWanted() {
        assertThat(NOTEBOOK.complete("Path.of(\"", 9).texts()).contains("src/", "pom.xml");
        assertThat(NOTEBOOK.complete("String s = \"", 12).texts()).isEmpty();
        assertThat(NOTEBOOK.complete("String s = \"no such file", 24).texts()).isEmpty();
    }

    @Test
    void explainsTheJavaOfAMagic() {
        assertThat(NOTEBOOK.inspect("%time Math.abs", 14, 0))
                .get()
                .satisfies(found -> assertThat(found.text()).contains("int Math.abs(int"));
        assertThat(NOTEBOOK.inspect("%time Math.abs", 4, 0))
                .get()
                .satisfies(found -> assertThat(found.text()).startsWith("Run code once"));
    }

    @Test
    void completesNoJavaBelowACellMagic() {
        String cell = "%%echo\nMath.ab";
        assertThat(NOTEBOOK.complete(cell, cell.length()).texts()).isEmpty();
        assertThat(NOTEBOOK.inspect("%%echo\nMath.abs", 15, 0)).isEmpty();
    }

    @Test
    void explainsJavaAndMagics() {
        assertThat(NOTEBOOK.inspect("%echo a\nMath.abs", 16, 0))
                .get()
                .satisfies(found -> assertThat(found.text()).contains("int Math.abs(int"));
        assertThat(NOTEBOOK.inspect("%echo a", 4, 0)).get().satisfies(found -> {
            assertThat(found.text()).startsWith("Say it again.");
            assertThat(found.data()).containsKeys("text/plain", "text/markdown", "text/html");
        });
        assertThat(NOTEBOOK.inspect("%nothing", 4, 0)).isEmpty();
    }

    @Test
    void indentsTheNextLine() {
        assertThat(NOTEBOOK.indent("int f() {")).isEqualTo("    ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%echo a|COMPLETE",
                "%%echo a|INCOMPLETE",
                "int f() {|INCOMPLETE",
                "1 + 1|COMPLETE",
                "int x = ;|INVALID",
                "''|COMPLETE"
            })
    void tellsWhetherACellCanBeRun(String cell, Readiness readiness) {
        assertThat(NOTEBOOK.readiness(cell)).isEqualTo(readiness);
    }

    @Test
    void takesACellMagicThatEndsInAnEmptyLineForWhole() {
        assertThat(NOTEBOOK.readiness("%%echo a\nbody\n")).isEqualTo(Readiness.COMPLETE);
        assertThat(NOTEBOOK.readiness("int x;\n%%echo")).isEqualTo(Readiness.INVALID);
    }

    @Test
    void importsWhatCellsUseMost() {
        assertThat(shown("List.of(Path.of(\"a\"), BigDecimal.ONE, Duration.ZERO, Stream.of(1).toList())"))
                .isEqualTo(List.of("a", "1", "PT0S", "[1]").toString());
    }
}
