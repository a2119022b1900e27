package dev.temper.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private final Recorder page = new Recorder();
    private final Notebook notebook = new Notebook(page);
    private final PrintStream before = System.out;

    @BeforeEach
    void connect() {
        System.setOut(notebook.out());
    }

    @AfterEach
    void close() {
        System.setOut(before);
        notebook.close();
    }

    private String shown(String cell) {
        CellResult result = notebook.run(cell, 3);
        assertThat(result).isInstanceOf(CellResult.Shown.class);
        return ((CellResult.Shown) result).bundle().text();
    }

    private CellError error(String cell) {
        CellResult result = notebook.run(cell, 3);
        assertThat(result).isInstanceOf(CellResult.Failed.class);
        return ((CellResult.Failed) result).error();
    }

    private void done(String cell) {
        assertThat(notebook.run(cell, 3)).isEqualTo(new CellResult.Done());
    }

    @Test
    void runsACellWithinACell() {
        done("int a = 4;");
        assertThat(shown("notebook().workspace().run(\"int b = a * 2;\\nb + 1\", 1)"))
                .isEqualTo("9");
        assertThat(shown("notebook().workspace().run(\"%echo x\", 1)")).isEqualTo("[x]");
        assertThat(shown("a + b")).isEqualTo("12");
        done("notebook().workspace().run(\"System.out.println(\\\"inner\\\");\", 1);");
        assertThat(page.take()).containsExactly("OUT inner\n");
    }

    @Test
    void tellsTheErrorsOfACellWithinACellByItsPlace() {
        assertThat(error("notebook().workspace().run(\"int x = 1;\\nint y = z;\", 5)")
                        .trace())
                .anyMatch(line -> line.contains("Cell [3], line 6"));
        assertThat(error("notebook().workspace().run(\"1 / (5 - 5)\", 1)").name())
                .isEqualTo("ArithmeticException");
    }

    @Test
    void interruptsACellWithinACell() throws Exception {
        done("int before = 5;");
        CompletableFuture<CellResult> running = CompletableFuture.supplyAsync(
                () -> notebook.run("notebook().workspace().run(\"while (true) {}\", 1)", 3));
        while (!running.isDone()) {
            TimeUnit.MILLISECONDS.sleep(50);
            notebook.interrupt();
        }
        assertThat(running.get()).isInstanceOf(CellResult.Failed.class);
        assertThat(shown("before")).isEqualTo("5");
    }

    @Test
    void listsVariablesAndForgetsThem() {
        done("var list = new ArrayList<String>(List.of(\"x\")); double d = 0.5; int f() { return 1; }");
        assertThat(shown("notebook().workspace().variables().stream().filter(v -> !v.name().contains(\"$\"))"
                        + ".map(v -> v.type() + \" \" + v.name() + \" = \" + v.value()).toList()"))
                .contains("ArrayList<String> list = [x]", "double d = 0.5");
        done("notebook().workspace().reset();");
        assertThat(error("d").message()).contains("cannot find symbol");
        assertThat(error("f()").message()).contains("cannot find symbol");
        assertThat(shown("List.of(1)")).isEqualTo("[1]");
    }

    @Test
    void addsClassesWhileItRuns(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(
                folder.resolve("Added.java"),
                "package added; public class Added { public static int five() { return 5; } }");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(error("added.Added.five()").message()).contains("added");

        done("notebook().workspace().addToClassPath(List.of(Path.of(\"" + folder + "\")));");

        assertThat(shown("added.Added.five()")).isEqualTo("5");
        assertThat(shown("Class.forName(\"added.Added\").getSimpleName()")).isEqualTo("Added");
        assertThat(shown("notebook().workspace().classPath().contains(Path.of(\"" + folder + "\"))"))
                .isEqualTo("true");
    }

    @Test
    void refusesAClassPathThatIsNotThere() {
        assertThat(error("notebook().workspace().addToClassPath(List.of(Path.of(\"/no/such.jar\")));")
                        .message())
                .contains("/no/such.jar");
    }
}
