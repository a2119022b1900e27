package dev.temper.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JShell, which has a parser, is the judge of where a piece ends. */
class PiecesTest {
    private static final JShell SHELL =
            JShell.builder().executionEngine("local").build();

    @AfterAll
    static void close() {
        SHELL.close();
    }

    private static List<String> byShell(String source) {
        List<String> pieces = new ArrayList<>();
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo info = SHELL.sourceCodeAnalysis().analyzeCompletion(rest);
            String remaining = info.remaining();
            pieces.add(rest.substring(0, rest.length() - remaining.length()).strip());
            rest = remaining;
        }
        return pieces;
    }

    private static List<String> byUs(String source) {
        return Pieces.of(source).stream()
                .map(piece -> source.substring(piece.start(), piece.end()).strip())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 1; int y = 2; x + y",
                "import java.util.*; List<String> l = new ArrayList<>();\nl.size()",
                "class A { int x; void f() { } } A a = new A();",
                "int f(int a) { return a; } f(3)",
                "<T> List<T> g(T t) { return List.of(t); } g(3);",
                "List<Map<String, Integer>> h() throws Exception { return null; } int z = 3;",
                "int[] k() { return new int[] {1}; } k()",
                "int[] a = {1, 2, 3}; a[0]",
                "int[][] b = {{1}, {2}}; b",
                "Runnable r = () -> { int q = 1; }; r.run();",
                "Runnable s = new Runnable() { public void run() { } }; s.run();",
                "new Thread() { public void run() { } }.start(); int t = 1;",
                "if (true) { int q = 1; } else { int w = 2; } int v = 3;",
                "if (true) f(); else g(); int v = 3;",
                "for (int i = 0; i < 3; i++) { } int v = 3;",
                "for (String s : List.of(\"a\")) System.out.println(s); int v = 3;",
                "while (false) { } do { } while (false); int v = 3;",
                "do x(); while (false); int v = 3;",
                "try { } catch (Exception e) { } finally { } int v = 3;",
                "try (var in = new java.io.StringReader(\"\")) { } int v = 3;",
                "int y = switch (3) { case 1 -> 2; default -> 3; }; y",
                "switch (3) { case 1: break; default: } int v = 3;",
                "record P(int x, int y) { P { } } enum E { A, B { }; } interface I { } @interface N { } int v;",
                "/** Doc; with { brace. */ @Deprecated public static void m() { } // end; {\nint v = 3;",
                "String s = \"a;{\\\"\"; char c = ';'; char d = '\\''; int v;",
                "String t = \"\"\"\n  a; { \"quoted\"\n  \"\"\"; int v;",
                "outer: for (;;) { break outer; } int v;",
                "{ int block = 1; } int v;",
                "synchronized (this) { } int v;",
                "static final int C = 3; public static int D; private String e() { return \"\"; }",
                "sealed interface S permits T { } final class T implements S { } int v;",
                "a < b; List<String> z; int w = a < b ? 1 : 2; c > f(1);",
                "var m = l.stream().map(x -> { return x; }).filter(x -> x > 1).toList(); m.size();",
                "x = y; x++; foo.bar(new int[] {1}); (x)",
                "throw new Exception(\"}\"); int v;",
                "abstract class Q { abstract int f(); } ; int v;",
                "int a = 1, b[] = {2}; int v",
            })
    void endsWhereJShellEndsThem(String source) {
        assertThat(byUs(source)).isEqualTo(byShell(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import java.ut|IMPORT",
                "int f(int a) { return a.|MEMBER",
                "<T extends List<T>> T f(|MEMBER",
                "public static String[] f(|MEMBER",
                "@Deprecated(since = \"1\") class A { int x; void f() { x.|MEMBER",
                "record R(int a) { |MEMBER",
                "@interface A { |MEMBER",
                "non-sealed class B extends |MEMBER",
                "synchronized void f() { |MEMBER",
                "synchronized (x) { |STATEMENT",
                "int x = f(a.|STATEMENT",
                "return f(|STATEMENT",
                "new Foo(|STATEMENT",
                "foo(|STATEMENT",
                "foo.bar(|STATEMENT",
                "a > f(|STATEMENT",
                "x -> { |STATEMENT",
                "record.f(|STATEMENT",
                "if (a) { |STATEMENT",
                "else foo(|STATEMENT"
            })
    void knowsWhatIsBeingTyped(String source, Piece.Kind kind) {
        assertThat(Pieces.of(source)).singleElement().satisfies(piece -> {
            assertThat(piece.kind()).isEqualTo(kind);
            assertThat(piece.whole()).isFalse();
        });
    }

    @Test
    void takesWhatIsNeverClosedForOnePiece() {
        assertThat(byUs("foo(\"open; bar();")).hasSize(1);
        assertThat(byUs("/* open; bar();")).isEmpty();
        assertThat(byUs(")) } int x; y")).containsExactly(")) } int x;", "y");
    }
}
