package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.source.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceKindTest {
    private static final JShell SHELL = JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .build();
    private static final Set<SubKind> DECLARE_NOTHING =
            Set.of(SubKind.STATEMENT_SUBKIND, SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

    @AfterAll
    static void close() {
        SHELL.close();
    }

    private static PieceKind kind(String source) {
        return PieceKind.of(Token.code(source));
    }

    /** Taken for anything but a declaration, it would be local to its cell, and lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 1;",
                "int[] a = {1};",
                "String s;",
                "String[] s = {};",
                "java.util.List<String> l = null;",
                "java.util.Map.Entry<String, int[]>[] m = null;",
                "var v = 1;",
                "final var w = 2;",
                "/* a */ final @Deprecated int x = 1;",
                "@Deprecated String s = \"\";",
                "record P(int a) {}",
                "class C {}",
                "abstract class D {}",
                "sealed interface S permits T {} ",
                "non-sealed class N implements S {}",
                "enum E { A }",
                "@interface I {}",
                "interface J {}",
                "import java.util.*;",
                "void f() {}",
                "synchronized void g() {}",
                "<T> T h(T t) { return t; }",
                "String k() { return \"\"; }",
                "java.util.List<String> q() { return null; }",
                "String[] r() { return null; }",
                "static int st() { return 1; }",
                "Outer.@Deprecated Inner i;",
            })
    void takesNoDeclarationForAnythingElse(String source) {
        PieceKind kind = kind(source);

        // "non" may be a variable that "sealed" is taken from; as an expression it does not compile
        assertThat(kind).isIn(PieceKind.OTHER, source.startsWith("non-") ? PieceKind.EXPRESSION : PieceKind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "\"a;b\".length()",
                "\"\"\"\n  text \\\"\"\" block\n  \"\"\".strip()",
                "'c'",
                "(1 + 2) * 3",
                "new Object()",
                "-1",
                "!true",
                "Math.max(1, 2)",
                "System.getProperty(\"x\")",
                "int.class == null || true",
                "// first\n1 + /* + */ 1 // last",
                "for (int i = 0; i < 1; i++) {}",
                "for (int i : new int[] {1}) { System.getProperty(\"x\"); }",
                "if (true) { } else { }",
                "{ int local = 1; }",
                "try { } finally { }",
                "synchronized (String.class) { }",
                "switch (1) { case 1: break; default: }",
                "throw new Error();",
                "java.util.stream.IntStream.range(0, 3).map(i -> { return i; }).sum()",
                "String.valueOf(1) instanceof String",
            })
    void findsMostStatementsAndExpressionsAndAgreesWithTheCompiler(String source) {
        PieceKind kind = kind(source);

        assertThat(kind == PieceKind.OTHER).isEqualTo(source.startsWith("int.class"));
        List<Snippet> snippets = SHELL.sourceCodeAnalysis().sourceToSnippets(source);
        assertThat(snippets)
                .hasSize(1)
                .allSatisfy(snippet -> assertThat(DECLARE_NOTHING).contains(snippet.subKind()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 1", "x = y == 2"})
    void tellsAssignments(String source) {
        assertThat(kind(source)).isEqualTo(PieceKind.ASSIGNMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x == 1", "a[0] = 2", "x += 1", "x++", "(x = 1)"})
    void takesForAnExpressionWhatJShellShows(String source) {
        assertThat(kind(source)).isEqualTo(PieceKind.EXPRESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"if (x) return;", "{ return; }", "return;", "break;", ""})
    void leavesAloneWhatEndsItsPiece(String source) {
        assertThat(kind(source)).isEqualTo(PieceKind.OTHER);
    }
}
