package dev.temper.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells can call to show things. */
class ShowTest {
    private static final Recorder PAGE = new Recorder();
    private static final Notebook NOTEBOOK = new Notebook(PAGE);

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @BeforeEach
    void forget() {
        PAGE.take();
    }

    private static MimeBundle shown(String cell) {
        CellResult result = NOTEBOOK.run(cell, 7);
        assertThat(result).isInstanceOf(CellResult.Shown.class);
        return ((CellResult.Shown) result).bundle();
    }

    private static void done(String cell) {
        assertThat(NOTEBOOK.run(cell, 7)).isEqualTo(new CellResult.Done());
    }

    private static CellError error(String cell) {
        CellResult result = NOTEBOOK.run(cell, 7);
        assertThat(result).isInstanceOf(CellResult.Failed.class);
        return ((CellResult.Failed) result).error();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "html(\"<b>x</b>\")|text/html|<b>x</b>",
                "markdown(\"**x**\")|text/markdown|**x**",
                "latex(\"$x$\")|text/latex|$x$",
                "svg(\"<svg xmlns='x' width='2' height='1' viewBox='0 0 2 1'/>\")|image/svg+xml|<svg xmlns='x' width='2' height='1' viewBox='0 0 2 1'/>",
                "json(Map.of(\"a\", 1))|application/json|{a=1}",
                "json(\"[1]\")|application/json|[1]",
                "bundle(\"application/vnd.vegalite.v5+json\", \"{}\")|application/vnd.vegalite.v5+json|{}",
            })
    void makesValuesOfContent(String cell, String mime, String representation) {
        assertThat(shown(cell).data().get(mime)).asString().isEqualTo(representation);
    }

    @Test
    void makesAValueOfAnImage() {
        assertThat(shown("image(new java.awt.image.BufferedImage(3, 2, 1))").data())
                .containsKey("image/png");
        assertThat(error("image(\"absent.png\")").message()).endsWith("absent.png");
    }

    @Test
    void showsWhatCodeDisplays() {
        done("for (var text : List.of(\"a\", \"b\")) { display(markdown(text)); }");

        assertThat(PAGE.take()).containsExactly("display a", "display b");
    }

    @Test
    void changesAnOutputByItsNameFromALaterCell() {
        done("display(\"before\", \"state\");");
        done("update(\"state\", \"after\");");

        assertThat(PAGE.take()).containsExactly("display before live", "update after");
        assertThat(error("update(\"other\", 1);").message())
                .isEqualTo("id must be that of an output, but is other: call display(value, \"other\") first");
    }

    @Test
    void changesAnOutputByItsHandle() {
        done("var output = live(1);");
        done("output.update(2);");

        assertThat(PAGE.take()).containsExactly("display 1 live", "update 2");
    }

    @Test
    void clearsAndAsks() {
        done("clear();");
        assertThat(PAGE.take()).containsExactly("clear wait");
        assertThat(shown("input(\"name? \") + password(\"secret? \")").text()).isEqualTo("typedtyped");
        assertThat(PAGE.take()).containsExactly("ask", "ask");
    }

    @Test
    void callsTheMethodsThatACellDeclaresByTheSameName() {
        done("String notebook() { return \"mine\"; }");

        assertThat(shown("notebook()").text()).isEqualTo("mine");
    }

    @Test
    void showsTypesOfCellsAsTheyWereRegistered() {
        done(
                "class Box { int size = 3; }\nregister(Box.class, box -> bundle(\"text/html\", \"<b>\" + box.size + \"</b>\"));");
        assertThat(shown("new Box()").data()).containsEntry("text/html", "<b>3</b>");

        done("register(Box.class, box -> \"a box of \" + box.size);");
        assertThat(shown("new Box()").data().keySet()).containsExactly("text/plain");
        assertThat(shown("new Box()").text()).isEqualTo("a box of 3");

        done("register(Box.class, box -> new int[] {box.size});");
        assertThat(shown("new Box()").text()).isEqualTo("[3]");
    }

    @Test
    void saysThatARendererIsOfAFormerDeclaration() {
        done("class Tin { int size = 3; }\nregister(Tin.class, tin -> \"a tin of \" + tin.size);");
        done("class Tin { int size = 4; int weight; public String toString() { return \"Tin!\"; } }");

        assertThat(shown("new Tin()").text())
                .isEqualTo(
                        "Tin!\n(as text: Tin was declared anew since its renderer was registered; register it again)");
        done("register(Tin.class, tin -> \"again \" + tin.size);");
        assertThat(shown("new Tin()").text()).isEqualTo("again 4");
    }

    @Test
    void showsTypesByTheirOwnMethodsEvenWhenTheyAreDeclaredAnew() {
        done("class Sign { String toHtml() { return \"<i>1</i>\"; } }\nregister(Sign.class);");
        assertThat(shown("new Sign()").data()).containsEntry("text/html", "<i>1</i>");
        done("class Sign { int more; String toHtml() { return \"<i>2</i>\"; } }");

        assertThat(shown("new Sign()").data()).containsEntry("text/html", "<i>2</i>");
        assertThat(error("class Blank {}\nregister(Blank.class);").message())
                .startsWith("Blank must have a method of the name toHtml");
    }

    @Test
    void namesTypesAsCellsDeclareThem() {
        done("class Plain { class Inner {} }\nrecord Point(int x, int y) {}\nenum Level { LOW }\ninterface Shape {}");

        assertThat(shown("new Plain()").text()).matches("Plain@[0-9a-f]+");
        assertThat(shown("new Plain().new Inner()").text()).matches("Plain\\.Inner@[0-9a-f]+");
        assertThat(shown("List.of(new Point(1, 2), 3)").text()).isEqualTo("[Point[x=1, y=2], 3]");
        assertThat(shown("Plain.class").text()).isEqualTo("class Plain");
        assertThat(shown("new Shape() {}").text()).startsWith("anonymous Shape@");
        assertThat(shown("Function<Integer, Integer> next = x -> x + 1;\nnext").text())
                .isEqualTo("lambda (Function)");
        assertThat(shown("new Exception(\"no\")").text()).isEqualTo("java.lang.Exception: no\n    at Cell [7], line 1");
    }

    @Test
    void showsRecordsOfCellsAsATable() {
        done("record Run(String id, double loss) {}");

        MimeBundle bundle = shown("List.of(new Run(\"a\", 2.5), new Run(\"b\", 2.25))");
        assertThat(bundle.text()).isEqualTo("id  loss\na    2.5\nb   2.25\n2 rows of Run");
        assertThat(bundle.data().keySet()).containsExactly("text/html", "text/latex", "text/plain");
    }

    @Test
    void stopsAToStringThatDoesNotEnd() {
        System.getProperties().put("temper.test.stop", (Runnable) NOTEBOOK::interrupt);
        done("class Slow { public String toString() {"
                + " ((Runnable) System.getProperties().get(\"temper.test.stop\")).run(); while (true) {} } }");

        assertThat(error("List.of(new Slow())").name()).isEqualTo("Interrupted");
    }
}
