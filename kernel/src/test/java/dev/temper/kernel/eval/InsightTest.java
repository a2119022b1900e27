package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightTest {
    private static final JShell SHELL = JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .build();

    @AfterAll
    static void close() {
        SHELL.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int x = 1;|COMPLETE",
                "1 + 1|COMPLETE",
                "int f() {|INCOMPLETE",
                "1 +|INCOMPLETE",
                "int x = ;|INVALID",
                "void g() {} int h(|INCOMPLETE",
                "if (true)|INCOMPLETE",
                "for (int x : new int[3])|INCOMPLETE",
                "@Override|INCOMPLETE",
                "int = 3;|INVALID",
                "int a = 1; int = 3;|INVALID",
                "1 +* 2|INVALID",
                "class A { int }|INVALID",
                "foo(1,,2)|INVALID",
                "int 3x = 1;|INVALID",
                "int x = 3 4;|INVALID",
                "x = = 2|INVALID",
                "List<int x|INVALID",
                "a b c|INVALID",
                "record R(int) {}|INVALID",
                "'\"a\" \"b\"'|INVALID",
                "int f() { return 1 }|INVALID",
                "double d = 1.2.3;|INVALID",
                "int class = 3;|INVALID",
                "unknown++|COMPLETE",
                "unknown.call(1)|COMPLETE",
                "import java.util.List|COMPLETE",
                "public static void main(String[] args) {}|COMPLETE",
                "sealed interface S permits T {} record T(int a) implements S {}|COMPLETE",
                "@Deprecated int f() { return 1; }|COMPLETE",
                "int x = switch (3) { default -> 1; }|COMPLETE",
                "return 3|COMPLETE",
                "int a, b; // two|COMPLETE",
                "/** What. */|COMPLETE",
            })
    void tellsWhetherSourceCanBeRun(String source, Readiness readiness) {
        assertThat(new Insight(SHELL.sourceCodeAnalysis()).readiness(source)).isEqualTo(readiness);
    }
}
