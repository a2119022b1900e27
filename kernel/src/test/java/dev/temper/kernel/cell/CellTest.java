package dev.temper.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.MagicException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @Test
    void keepsJavaWhole() {
        assertThat(Cell.parts("int x = 1;\nx")).containsExactly(new Part.Java("int x = 1;\nx", 1));
    }

    @Test
    void hasNoPartsWhenBlank() {
        assertThat(Cell.parts(" \n\t\n")).isEmpty();
    }

    @Test
    void cutsLineMagicsFromJavaAndKeepsTheLines() {
        assertThat(Cell.parts("\nint x = 1;\n  %time x --n 3 \nx;\n\n%lsmagic"))
                .containsExactly(
                        new Part.Java("\nint x = 1;", 1),
                        new Part.Call(new Invocation(Kind.LINE, "time", "x --n 3", "", 3)),
                        new Part.Java("x;\n", 4),
                        new Part.Call(new Invocation(Kind.LINE, "lsmagic", "", "", 6)));
    }

    @Test
    void takesTheWholeCellForACellMagic() {
        Part.Call call = (Part.Call) Cell.parts("// a note\n\n%%sweep small --dry-run\nseeds: 3\n\nx: %y\n")
                .get(0);

        assertThat(call.invocation())
                .isEqualTo(new Invocation(Kind.CELL, "sweep", "small --dry-run", "seeds: 3\n\nx: %y", 3));
        assertThat(call.invocation().bodyLine()).isEqualTo(4);
    }

    @Test
    void takesACellMagicWithoutABody() {
        assertThat(Cell.parts("%%sweep")).containsExactly(new Part.Call(new Invocation(Kind.CELL, "sweep", "", "", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int m = 17\n  %n;",
                "f(17\n%n)",
                "String s = \"\"\"\n%time x\n\"\"\";",
                "/* so:\n%time x\n*/ int y;",
                "String s = \"a;\" // b;\n%n;",
                "int f() {\n  int a = 3;\n  %n;\n}",
                "x\n% y;",
                "char c = '\"'; int z = c\n%n;",
                "String s = \"\"\"\n a \\\"\"\" b;\n%time x\n\"\"\";",
                "%(3)",
            })
    void leavesThePercentSignsOfJavaAlone(String source) {
        assertThat(Cell.parts(source)).containsExactly(new Part.Java(source, 1));
    }

    @Test
    void takesAMagicAfterABlockACommentOrATextBlock() {
        assertThat(Cell.parts("void f() { }\n%a")).last().isEqualTo(call("a", "", 2));
        assertThat(Cell.parts("int x; // why\n/* and\n so */\n%a")).last().isEqualTo(call("a", "", 4));
        assertThat(Cell.parts("String s = \"\"\"\n  } \" ;\n  \"\"\";\n%a"))
                .last()
                .isEqualTo(call("a", "", 4));
    }

    @Test
    void readsAnAssignedMagic() {
        assertThat(Cell.parts("var t = %results small --tidy;"))
                .containsExactly(
                        new Part.Assignment("var", "t", new Invocation(Kind.LINE, "results", "small --tidy", "", 1)));
        assertThat(Cell.parts("Map<String, List<int[]>> m = %a"))
                .containsExactly(new Part.Assignment(
                        "Map<String, List<int[]>>", "m", new Invocation(Kind.LINE, "a", "", "", 1)));
        assertThat(Cell.parts("final int[] m = %a b"))
                .containsExactly(new Part.Assignment("int[]", "m", new Invocation(Kind.LINE, "a", "b", "", 1)));
        assertThat(Cell.parts("m=%a"))
                .containsExactly(new Part.Assignment("", "m", new Invocation(Kind.LINE, "a", "", "", 1)));
    }

    @Test
    void joinsLinesThatEndInABackslash() {
        assertThat(Cell.parts("%sweep a \\\n  --n 3 \\\n  --dry\nint x;"))
                .containsExactly(call("sweep", "a   --n 3   --dry", 1), new Part.Java("int x;", 4));
    }

    @Test
    void refusesACellMagicBelowOtherCode() {
        assertThatThrownBy(() -> Cell.parts("int x = 1;\n\n%%sweep a"))
                .isInstanceOf(MagicException.class)
                .hasMessage("%%sweep must stand on the first line of its cell, but is on line 3.");
    }

    private static Part call(String name, String arguments, int line) {
        return new Part.Call(new Invocation(Kind.LINE, name, arguments, "", line));
    }
}
