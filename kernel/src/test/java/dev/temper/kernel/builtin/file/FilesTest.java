package dev.temper.kernel.builtin.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.builtin.TestNotebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String notebook(String language) {
        return """
                {"cells": [
                  {"cell_type": "markdown", "source": ["# title"]},
                  {"cell_type": "code", "source": ["int first = 5;\\n", "%%echo no"]},
                  {"cell_type": "code", "source": "int second = first;\\n1 / (second - 5)"}
                 ], "metadata": {"kernelspec": {"language": "LANGUAGE"}}, "nbformat": 4, "nbformat_minor": 5}
                """.replace("LANGUAGE", language).replace("\\n\", \"%%echo no", "");
    }

    @Test
    void runsAFileAsIfItStoodInTheCell() throws IOException {
        Path script = file("setup.jsh", "int a = 20;\n%echo x\na + 1\n");
        assertThat(NOTEBOOK.value("%run " + script)).isEqualTo("21");
        assertThat(NOTEBOOK.value("a")).isEqualTo("20");
    }

    @Test
    void namesFileAndLineOfAnError() throws IOException {
        Path wrong = file("wrong.jsh", "int b = 1;\nint c = zero;\n");
        assertThat(NOTEBOOK.error("%run " + wrong).trace().get(0)).startsWith(wrong + ", line 2: ");
        Path thrown = file("thrown.jsh", "\n\nint d = 1 / (3 - 3);\n");
        assertThat(NOTEBOOK.error("%run " + thrown).trace()).contains("    at " + thrown + ", line 3");
        Path magic = file("magic.jsh", "\n%echo {zero}\n");
        assertThat(NOTEBOOK.error("%run " + magic).message()).startsWith(magic + ", line 2: ");
        assertThat(NOTEBOOK.error("1;\nint e = zero;").trace().get(0)).startsWith("Cell [7], line 2");
    }

    @Test
    void runsTheCellsOfANotebookAndNamesTheOneThatFails() throws IOException {
        Path study = file("study.ipynb", notebook("java"));
        assertThat(NOTEBOOK.error("%run " + study).trace())
                .startsWith("java.lang.ArithmeticException: / by zero")
                .contains("    at " + study + ", cell 3, line 2");
        assertThat(NOTEBOOK.value("first + second")).isEqualTo("10");
    }

    @Test
    void refusesWhatCannotBeRun() throws IOException {
        Path python = file("python.ipynb", notebook("python"));
        assertThat(NOTEBOOK.error("%run " + python).message())
                .isEqualTo("The notebook must be written in Java, but " + python + " is written in python.");
        assertThat(NOTEBOOK.error("%run " + file("broken.ipynb", "{\"cells\": 3}"))
                        .message())
                .startsWith("The file must be a notebook, but ");
        assertThat(NOTEBOOK.error("%run nowhere.jsh").message()).startsWith("The file must exist, but there is no ");
    }

    @Test
    void loadsAFileIntoTheCell() throws IOException {
        Path script = file("three.jsh", "one\ntwo\nthree\n");
        NOTEBOOK.printed("%load " + script);
        assertThat(NOTEBOOK.shown()).containsExactly("next // %load " + script + "\none\ntwo\nthree");
        NOTEBOOK.printed("%load -r 2-9 " + script);
        assertThat(NOTEBOOK.shown()).containsExactly("next // %load -r 2-9 " + script + "\ntwo\nthree");
        assertThat(NOTEBOOK.error("%load -r 4- " + script).message())
                .isEqualTo("--lines must lie within the 3 lines there are, but is 4-");
        NOTEBOOK.printed("%load " + file("study.ipynb", notebook("java")));
        assertThat(NOTEBOOK.shown()).singleElement().asString().contains("int first = 5;\n\nint second = first;");
    }

    @Test
    void writesTheLinesOfACell() throws IOException {
        Path file = folder.resolve("out.yaml");
        assertThat(NOTEBOOK.printed("%%writefile " + file + "\na: {b}\n\n  $c")).isEqualTo("Wrote " + file + "\n");
        assertThat(file).hasContent("a: {b}\n\n  $c\n");
        assertThat(NOTEBOOK.printed("%%writefile -a " + file + "\nmore")).isEqualTo("Appended to " + file + "\n");
        assertThat(file).hasContent("a: {b}\n\n  $c\nmore\n");
        assertThat(NOTEBOOK.printed("%%writefile " + file + "\nnew")).isEqualTo("Overwrote " + file + "\n");
        assertThat(file).hasContent("new\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(NOTEBOOK.error("%%writefile " + folder + "/no/such\nx").message())
                .isEqualTo("The folder of the file must exist, but there is no " + folder + "/no.");
        assertThat(NOTEBOOK.error("%%writefile " + folder + "\nx").message()).endsWith("is a folder.");
    }

    @Test
    void completesPaths() throws IOException {
        file("setup.jsh", "");
        file("set two.txt", "");
        Files.createDirectory(folder.resolve("sets"));
        String typed = "%run " + folder + "/set";
        assertThat(NOTEBOOK.notebook().complete(typed, typed.length()).texts())
                .contains(folder + "/setup.jsh", folder + "/sets/");
        assertThat(NOTEBOOK.notebook().complete("%load --l", 9).texts()).containsExactly("--lines");
    }
}
