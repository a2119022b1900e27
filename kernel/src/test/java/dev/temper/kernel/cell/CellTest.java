package dev.temper.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.MagicException;
import java.util.List;
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
                .containsExactly(new Part.Assignment(
                        "var", "t", new Invocation(Kind.LINE, "results", "small --tidy", "", 1).intoVariable()));
        assertThat(Cell.parts("Map<String, List<int[]>> m = %a"))
                .containsExactly(new Part.Assignment(
                        "Map<String, List<int[]>>", "m", new Invocation(Kind.LINE, "a", "", "", 1).intoVariable()));
        assertThat(Cell.parts("final int[] m = %a b"))
                .containsExactly(
                        new Part.Assignment("int[]", "m", new Invocation(Kind.LINE, "a", "b", "", 1).intoVariable()));
        assertThat(Cell.parts("m=%a"))
                .containsExactly(
                        new Part.Assignment("", "m", new Invocation(Kind.LINE, "a", "", "", 1).intoVariable()));
        assertThat(Cell.parts("f()\nvar n = !ls -l | wc"))
                .containsExactly(
                        new Part.Java("f()", 1),
                        new Part.Assignment(
                                "var", "n", new Invocation(Kind.LINE, "sx", "ls -l | wc", "", 2).intoVariable()));
    }

    @Test
    void readsTheShortFormsOfTheShellAndOfHelp() {
        assertThat(Cell.parts("!ls -l \\\n  a")).containsExactly(call("sh", "ls -l   a", 1));
        assertThat(Cell.parts("f()\n!!git log")).last().isEqualTo(call("sx", "git log", 2));
        assertThat(Cell.parts("%sweep?")).containsExactly(call("pinfo", "%sweep", 1));
        assertThat(Cell.parts("\n%%sweep??")).containsExactly(call("pinfo2", "%%sweep", 2));
        assertThat(Cell.parts("?java.util.List;")).containsExactly(call("pinfo", "java.util.List", 1));
        assertThat(Cell.parts("\"a b\".substring?")).containsExactly(call("pinfo", "\"a b\".substring", 1));
        assertThat(Cell.parts("int x = 1\nx??")).last().isEqualTo(call("pinfo2", "x", 2));
    }

    @Test
    void takesAMagicThatIsKnownAfterAnExpression() {
        Names names = new Names() {
            @Override
            public boolean isMagic(String name) {
                return name.equals("time");
            }

            @Override
            public boolean isVariable(String name) {
                return name.equals("done");
            }
        };
        assertThat(Cell.parts("1 + 2 // so\n%time f()", names)).last().isEqualTo(call("time", "f()", 2));
        assertThat(Cell.parts("f(\"a\")\n%time", names)).last().isEqualTo(call("time", "", 2));
        for (String java : List.of(
                "x\n%time + 3",
                "x\n%time;",
                "x +\n%time y",
                "x\n%other y",
                "!done",
                "!done && x",
                "var b = !done",
                "var b = !f(3)",
                "boolean b = !x",
                "var b = !x;",
                "!list.isEmpty()",
                "!(a)",
                "a\n? b\n: c",
                "f(a ?\nb : c)",
                "a\n!= b",
                "boolean on = f()\n!on")) {
            assertThat(Cell.parts(java, names)).as(java).containsExactly(new Part.Java(java, 1));
        }
        assertThat(Cell.parts("!done x", names)).containsExactly(call("sh", "done x", 1));
    }

    @Test
    void passesOverTheMarkersOfNbvalAndKeepsTheLines() {
        assertThat(Cell.parts("# NBVAL_IGNORE_OUTPUT\nint x;")).containsExactly(new Part.Java("\nint x;", 1));
        assertThat(Cell.parts("int y;\n#NBVAL_SKIP\n%a")).last().isEqualTo(call("a", "", 3));
        assertThat(Cell.parts("# NBVAL_SKIP\n%%sweep\n# NBVAL_SKIP"))
                .containsExactly(new Part.Call(new Invocation(Kind.CELL, "sweep", "", "# NBVAL_SKIP", 2)));
        String block = "String s = \"\"\"\n# NBVAL_SKIP\n\"\"\";";
        assertThat(Cell.parts(block)).containsExactly(new Part.Java(block, 1));
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
