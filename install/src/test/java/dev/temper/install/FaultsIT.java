package dev.temper.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.install.Pages.Code;
import dev.temper.install.Pages.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong is one clear error in the notebook, and the next sweep runs as if nothing had been. */
final class FaultsIT {
    @TempDir
    static Path folder = Path.of("");

    private static List<List<Output>> outputs = List.of();

    @BeforeAll
    static void executeOnce() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a-file"), "no folder");
        Path notebook = Pages.write(
                folder.resolve("notebook.ipynb"),
                Code.failing("%%sweep s", "budgets: [10240", "seeds: [1]"),
                Code.failing("%%sweep s", "sources: [web, wbe]"),
                Code.failing("%%sweep s", "sources:", "  web: {pool: 1000000, domain-share: 1, price: -3}"),
                Code.failing("%%sweep s", "budgets: [0]", "seed: [1]"),
                Code.failing(TinyStudy.sweep("s", "--runs a-file/runs").source()),
                Code.failing("%%swepe s"),
                Code.failing("%results nothing"),
                TinyStudy.sweep("good", ""));
        Path executed = folder.resolve("executed.ipynb");
        Jupyter.install(folder.resolve("prefix"))
                .execute(notebook, executed)
                .run()
                .succeeded();
        outputs = Pages.outputs(executed);
    }

    @Test
    void wrongYamlNamesLineAndColumn() {
        assertThat(error(0)).contains("line 3", "column");
    }

    @Test
    void anUnknownSourceComesWithTheNamesThereAre() {
        assertThat(error(1)).contains("line 2", "wbe", "curated", "synthetic", "web");
    }

    @Test
    void aNegativePriceNamesItsBound() {
        assertThat(error(2)).contains("line 3", "price", "zero or more", "-3");
    }

    @Test
    void aBudgetOfZeroAndAnUnknownWordAreBothTold() {
        assertThat(error(3))
                .contains("line 2", "budgets", "'0'", "line 3", "seed")
                .hasLineCount(2);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() {
        assertThat(error(4)).contains("cannot make", "a-file").hasLineCount(1);
    }

    @Test
    void unknownMagicsAndVariablesAreErrors() {
        assertThat(error(5)).contains("swepe", "sweep");
        assertThat(error(6)).contains("nothing");
    }

    @Test
    void aGoodSweepRunsAfterThem() {
        assertThat(outputs.get(7))
                .singleElement()
                .satisfies(progress -> assertThat(progress.data("text/plain")).contains("2 of 2 runs done"));
    }

    private static String error(int cell) {
        assertThat(outputs.get(cell)).singleElement().satisfies(output -> {
            assertThat(output.type()).isEqualTo("error");
            assertThat(output.error()).doesNotContain("Exception", "\tat ", "    at dev.temper");
        });
        return outputs.get(cell).get(0).error();
    }
}
