package dev.temper.kernel.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notebook makes of the lines of magics: expansion, short forms, assignment. */
class MagicLinesTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%echo $n ${n} {n * 2}|[3, 3, 6]",
                "%echo {name.toUpperCase()} '{name} x'|[A, B, a b x]",
                "%echo $HOMELESS ${HOMELESS} $1 $(x)|[$HOMELESS, ${HOMELESS}, $1, $(x)]",
                "%echo {price:2} {a,b} {} a{2} {1..3}|[{price:2}, {a,b}, {}, a{2}, {1..3}]",
                "%echo {{n}} $$n {{a:1}|[{n}, $n, {{a:1}]",
                "%echo {a:{n}}|[{a:3}]",
                "%echo {new int[]{1,2}.length}|[2]",
                "%%echo $n|[3]",
                "!echo $n {n + 1}|",
            })
    void putsValuesOfJavaIntoTheLine(String cell, String shown) {
        NOTEBOOK.printed("int n = 3; String name = \"a b\";");
        if (shown == null) {
            assertThat(NOTEBOOK.printed(cell)).isEqualTo("3 4\n");
        } else {
            assertThat(NOTEBOOK.value(cell)).isEqualTo(shown);
        }
    }

    @Test
    void leavesTheBodyOfACellMagicAlone() {
        NOTEBOOK.printed("int n = 3;");
        assertThat(NOTEBOOK.value("%%echo\n$n {n}")).endsWith("$n {n}");
    }

    @Test
    void saysWhichExpressionHasNoValue() {
        assertThat(NOTEBOOK.error("\n%echo a {nowhere.f()}").trace().get(0))
                .startsWith("Cell [7], line 2: {nowhere.f()} must be an expression of Java that has a value, but: ")
                .contains("nowhere");
        assertThat(NOTEBOOK.error("%echo {1 / (3 - 3)}").trace())
                .anyMatch(line -> line.contains("by zero"))
                .last()
                .isEqualTo("For the braces themselves write {{1 / (3 - 3)}}.");
    }

    @Test
    void keepsNoVariableOfAnExpansion() {
        NOTEBOOK.value("%echo {40 + 2}");
        assertThat(NOTEBOOK.value("notebook().workspace().variables().stream().filter(v -> \"42\".equals(v.value()) ||"
                        + " Integer.valueOf(42).equals(v.value())).count()"))
                .isEqualTo("0");
    }

    @Test
    void runsAMagicAfterAnExpressionWithoutASemicolon() {
        assertThat(NOTEBOOK.value("1 + 2\n%echo x")).isEqualTo("[x]");
        assertThat(NOTEBOOK.value("int echo = 4;\nint m = 17\n%echo;\nm")).isEqualTo("1");
    }

    @Test
    void complainsOfAnAssignmentWithoutAValue() {
        assertThat(NOTEBOOK.error("\nvar x = %echo a --into said").message())
                .isEqualTo("Cell [7], line 2: x must be given a value, but %echo has none.");
    }

    @Test
    void explainsMagicsAndJavaBesideTheNotebook() {
        NOTEBOOK.printed("%echo?");
        assertThat(NOTEBOOK.shown()).singleElement().asString().startsWith("page Say it again.");
        NOTEBOOK.printed("?%%echo");
        assertThat(NOTEBOOK.shown()).singleElement().asString().startsWith("page Say it again.");
        NOTEBOOK.printed("\"a\".substring?");
        assertThat(NOTEBOOK.shown()).singleElement().asString().contains("substring(int");
        NOTEBOOK.printed("int a = 3;\nMath.abs??");
        assertThat(NOTEBOOK.shown()).singleElement().asString().contains("abs(int");
        NOTEBOOK.printed("String?");
        assertThat(NOTEBOOK.shown()).singleElement().asString().contains("String");
        NOTEBOOK.printed("?java.util.List");
        assertThat(NOTEBOOK.shown()).singleElement().asString().contains("List");
        assertThat(NOTEBOOK.error("%ehco?").message()).contains("Did you mean %echo?");
        assertThat(NOTEBOOK.error("nowhere?").message()).startsWith("There is nothing to explain of nowhere");
    }

    @Test
    void passesOverTheMarkersOfNbval() {
        assertThat(NOTEBOOK.value("# NBVAL_IGNORE_OUTPUT\n%%echo x\nbody")).contains("body");
        assertThat(NOTEBOOK.error("# NBVAL_SKIP\n\nint x = \"a\";").trace().get(0))
                .startsWith("Cell [7], line 3");
        assertThat(NOTEBOOK.value("//| label: fig\n20 + 1")).isEqualTo("21");
    }

    @Test
    void listsAndExplainsEveryMagic() {
        assertThat(NOTEBOOK.value("%lsmagic"))
                .contains("%time %%time", "%%bash", "Run a command of the shell", "%config");
        assertThat(NOTEBOOK.value("%help timeit"))
                .startsWith("Measure how long code takes")
                .contains("-n, --loops N");
        assertThat(NOTEBOOK.error("%help tmeit").message()).contains("Did you mean %timeit?");
        assertThat(NOTEBOOK.error("%time").message()).startsWith("Cell [7], line 1: code must be given");
    }
}
