package dev.temper.toolkit.magic.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cells of a real kernel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FitMagicTest {
    private final FitNotebook notebook = new FitNotebook();

    @BeforeAll
    void defineTheTable() {
        notebook.run(FitNotebook.RUNS);
    }

    @AfterAll
    void close() {
        notebook.close();
    }

    @Test
    void showsALawForEachSourceWithItsErrorsAndAForecast() {
        MimeBundle shown = notebook.shown("%fit runs \"val loss\" ~ tokens by source --at 50M");

        assertThat(shown.text())
                .containsPattern("source +E +A +α +runs +objective +at tokens 50M")
                .containsPattern("web +1\\.\\d+\\(\\d+\\)")
                .contains("least squares, on natural logarithms", "intervals at 95 %")
                .contains("val loss = E + A·B^-α, the power law with floor, where B = tokens")
                .contains("books", "code");
        assertThat(String.valueOf(shown.data().get("text/latex"))).startsWith("\\begin{tabular}{lrrrrrr}");
    }

    @Test
    void drawsTheLawsBesideTheTable() {
        String html = String.valueOf(notebook.shown("%fit runs \"val loss\" ~ tokens by source")
                .data()
                .get("text/html"));
        Matcher image = Pattern.compile("<img [^>]*src=\"data:image/svg\\+xml;base64,([^\"]+)\"")
                .matcher(html);

        assertThat(html).contains("<table").doesNotContain("<script", "<svg", "<style");
        assertThat(image.find()).isTrue();
        String svg = new String(Base64.getDecoder().decode(image.group(1)), StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<svg").contains("val loss", "95 % band", "beyond the fitted runs", ">books<");
    }

    @Test
    void leavesATypedObject() {
        notebook.run("var fits = %fit runs \"val loss\" ~ tokens by source");

        assertThat(notebook.shown("fits.fits().keySet()").text()).isEqualTo("[web, books, code]");
        assertThat(notebook.shown("fits.fit(\"web\").form().key()").text()).isEqualTo("power");
        assertThat(notebook.shown("fits.table().rowCount()").text()).isEqualTo("9");
        assertThat(notebook.shown("fits.fit(\"web\").value(1e6) > 1.9").text()).isEqualTo("true");
        assertThat(notebook.shown("fits").text()).contains("books");
        assertThat(notebook.shown("fits.fit(\"web\")").text())
                .contains("where the curve levels off", "18 runs at 6 points");
        assertThat(notebook.error("fits.fit(\"wob\")")).contains("curve must be one of web; books; code, but is wob");
        assertThat(notebook.error("fits.fit()")).contains("there must be one law, but there are 3");
    }

    @Test
    void listsTheParametersOfALawThatIsAlone() {
        assertThat(notebook.shown("%fit runs \"val loss\" ~ tokens --where \"source = 'web' and tokens < 2M\" --at 5M")
                        .text())
                .contains("parameter", "meaning", "where the curve levels off")
                .contains("rows: 39 of 54 rows left out by --where", "15 runs at 5 points")
                .contains("at tokens 5M: ", "3.01 times beyond the data");
    }

    @Test
    void readsAFormulaWithoutSpaces() {
        notebook.run("Table plain = Table.create(runs.doubleColumn(\"val loss\").copy().setName(\"loss\"),"
                + " runs.doubleColumn(\"tokens\"), runs.stringColumn(\"source\"), runs.intColumn(\"seed\"));");

        assertThat(notebook.shown("%fit plain loss~tokens by source,seed").text())
                .contains("source, seed", "web, 0", "code, 2", "mind: one seed only");
    }

    @Test
    void takesTheFormThatForetellsBestWhereSeveralAreNamed() {
        assertThat(notebook.shown("%fit runs \"val loss\" ~ tokens by source --form power,shifted --loss huber")
                        .text())
                .contains("AICc over the least", "extrapolation error", "taken")
                .contains("Huber at 1.345 deviations by the median")
                .containsPattern("books: .*over 2 origins");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        assertThat(notebook.error("%fit runs \"val los\" ~ source by sorce --form powr,shifted --level 2"
                        + " --where 'x>1 and source>3' --weights seed --at q"))
                .contains("--level must be between 0 and 1, but is 2.0")
                .contains("Unknown form powr. Did you mean power?")
                .contains("--at must be a number for each variable, source, such as 1.3B")
                .contains("Unknown column x.")
                .contains("--where can compare the text of column source by = and != alone, but has '>'")
                .contains("Unknown column val los. Did you mean val loss?")
                .contains("column source must be numeric, but is of type STRING")
                .contains("Unknown column sorce. Did you mean source?")
                .contains("column seed must be positive and finite, but is 0.0 in 18 of 54 rows");
        assertThat(notebook.error("%fit rums loss ~ tokens"))
                .contains("frame must be a variable that holds a table, but there is no variable rums");
        assertThat(notebook.error("%fit runs \"val loss\" tokens"))
                .contains("the formula must be VALUE ~ VARIABLE [+ VARIABLE ...] [by COLUMN ...]");
        assertThat(notebook.error("%fit")).contains("frame must be given");
    }

    @Test
    void countsMissingNumbersAndLeavesThemOutWhenAsked() {
        notebook.run("Table holes = runs.copy(); holes.doubleColumn(\"val loss\").setMissing(3);"
                + " holes.doubleColumn(\"val loss\").setMissing(20);");

        assertThat(notebook.error("%fit holes \"val loss\" ~ tokens by source"))
                .contains(
                        "column val loss is missing in 2 of 54 rows (row 3, 20, counted from 0); leave such rows out by"
                                + " --drop-missing or by --where \"val loss is present\"");
        assertThat(notebook.shown("%fit holes \"val loss\" ~ tokens by source --drop-missing")
                        .text())
                .contains(
                        "rows: val loss is missing in 2 of 54 rows (row 3, 20, counted from 0), left out by --drop-missing");
    }

    @Test
    void saysWhichCurvesHaveTooFewBudgets() {
        assertThat(notebook.shown(
                                "%fit runs \"val loss\" ~ tokens by source --where \"source != 'web' and tokens > 0\"")
                        .text())
                .doesNotContain("web");
        assertThat(notebook.error("%fit runs \"val loss\" ~ tokens by source --where \"tokens < 100k\""))
                .contains("web: distinct budgets must be at least 3", "code: distinct budgets");
    }

    @Test
    void listsTheForms() {
        MimeBundle forms = notebook.shown("%fit --forms");

        assertThat(String.valueOf(forms.data().get("text/markdown")))
                .contains("| `power` | power law with floor<br>$E + A\\,B^{-\\alpha}$", "arXiv 2203.15556");
        assertThat(forms.text()).contains("E + A·(1+B/B0)^-α", "Hernandez et al. 2021");
        assertThat(forms.data()).containsKey("text/latex");
    }

    @Test
    void testsFormsOnTheLargestBudgets() {
        assertThat(notebook.shown("%backtest runs \"val loss\" ~ tokens by source --forms power,shifted --hold-out 2")
                        .text())
                .contains("curve", "error", "bias", "covered", "4 + 2")
                .containsPattern("web: .* wins with an error of ")
                .contains("won of 3 curves");
        assertThat(notebook.error("%backtest runs \"val loss\" ~ tokens by source --hold-out 6"))
                .contains("web: holdOut must be at least 1 and below the number of budgets, 6, but is 6");
    }

    @Test
    void writesTheMethodsSheetWithTheSameHashWhateverTheOrderOfRows() {
        notebook.run("var forwards = %fit runs \"val loss\" ~ tokens by source");
        notebook.run("Table runsBackwards = runs.sortDescendingOn(\"tokens\");");
        notebook.run("var backwards = %fit runsBackwards \"val loss\" ~ tokens by source");
        MimeBundle sheet = notebook.shown("%methods forwards");
        String markdown = String.valueOf(sheet.data().get("text/markdown"));

        assertThat(markdown)
                .contains("%fit runs \"val loss\" ~ tokens by source")
                .contains("- **Form:**", "- **Loss:**", "- **Optimiser:**", "- **Starts:**", "- **Data kept:**")
                .contains(
                        "- **Data left out:** none", "- **Checkpoints:**", "- **Intervals:**", "- **Versions:** Temper")
                .contains("Java " + Runtime.version())
                .contains("| web | power | E | ");
        assertThat(hash(markdown))
                .hasSize(64)
                .isEqualTo(hash(String.valueOf(
                        notebook.shown("%methods backwards").data().get("text/markdown"))));
        assertThat(notebook.error("%methods nothing")).contains("fits must be a variable, but there is no nothing");
        assertThat(notebook.error("%methods runs")).contains("fits must hold what %fit gives");
    }

    private static String hash(String markdown) {
        Matcher hash = Pattern.compile("SHA-256 `([0-9a-f]+)`").matcher(markdown);
        assertThat(hash.find()).isTrue();
        return hash.group(1);
    }

    @Test
    void fitsSizeAndTokensTogether() {
        notebook.run("""
                Table grid() {
                    java.util.Random random = new java.util.Random(3);
                    DoubleColumn params = DoubleColumn.create("params");
                    DoubleColumn tokens = DoubleColumn.create("tokens");
                    DoubleColumn loss = DoubleColumn.create("loss");
                    for (double n : new double[] {7e7, 2e8, 6e8, 1.8e9, 5e9}) {
                        for (double d : new double[] {1.5e9, 5e9, 1.5e10, 5e10, 1.5e11}) {
                            params.append(n);
                            tokens.append(d);
                            loss.append((1.82 + 482 * Math.pow(n, -.348) + 2085 * Math.pow(d, -.366))
                                    * Math.exp(.004 * random.nextGaussian()));
                        }
                    }
                    return Table.create("grid", params, tokens, loss);
                }
                Table grid = grid();
                """);
        notebook.run("var joint = %fit grid loss ~ params + tokens --at 7B,1.4T --interval profile");

        assertThat(notebook.shown("joint").text())
                .contains("N = params, D = tokens", "25 runs at 25 points", "profile with F")
                .contains("at params 7B, tokens 1.4T: 2.0", "times beyond the data")
                .contains("predicted against observed loss. grid 25 points, at most 0.02");
        assertThat(notebook.shown("joint.intervals(\"all rows\").stream().allMatch(each -> each.interval().contains("
                                + "java.util.Map.of(\"E\", 1.82, \"A\", 482., \"B\", 2085., \"α\", .348, \"β\", .366)"
                                + ".get(each.quantity().name())))")
                        .text())
                .isEqualTo("true");
        assertThat(notebook.error("%fit grid loss ~ params + tokens + loss"))
                .contains("--form must be given for 3 variables");
        assertThat(notebook.error("%fit grid loss ~ params + tokens --form power"))
                .contains("form power: ");
        assertThat(notebook.shown("%backtest grid loss ~ params + tokens --hold-out 5")
                        .text())
                .contains("16 + 5", "law in parameters and tokens wins");
    }

    @Test
    void makesIntervalsAsAsked() {
        assertThat(notebook.shown("%fit runs \"val loss\" ~ tokens by source --interval residual --draws 200 --seed 5")
                        .text())
                .contains("bootstrap, residuals widened", "200 of 200 draws", "intervals: fewer than 1000 draws");
        notebook.run(
                "var clustered = %fit runs \"val loss\" ~ tokens by source --cluster seed --interval cluster --draws 50 --seed-weights");
        assertThat(notebook.shown("%methods clustered").text())
                .contains(
                        "rows of the same `seed` share noise",
                        "over the variance of the seeds",
                        "seed 20406, 50 draws",
                        "`tokens`, `source`, `seed`");
        assertThat(notebook.error("%fit runs \"val loss\" ~ tokens --draws 3 --cluster sed"))
                .contains("--draws must be at least 20, but is 3", "Unknown column sed.");
    }

    @Test
    void runsTheCellOfTheReadme() throws IOException {
        Matcher cell = Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(Path.of("../README.md")));
        assertThat(cell.find()).isTrue();

        assertThat(notebook.shown(cell.group(1)).text())
                .contains("where the curve levels off", "at tokens 20B: 2.", "3.33 times beyond the data")
                .contains("AICc over the least", "one seed only");
        defineTheTable();
    }

    @Test
    void completesTablesColumnsFormsAndLosses() {
        notebook.run("var laws = %fit runs \"val loss\" ~ tokens by source");

        assertThat(notebook.completions("%fit ru")).contains("runs");
        assertThat(notebook.completions("%fit ")).contains("runs").doesNotContain("laws");
        assertThat(notebook.completions("%fit runs t")).containsExactly("tokens");
        assertThat(notebook.completions("var x = %fit runs \"val loss\" ~ to")).containsExactly("tokens");
        assertThat(notebook.completions("%fit runs loss ~ tokens ")).contains("by", "source", "\"val loss\"");
        assertThat(notebook.completions("%fit runs loss~t")).containsExactly("loss~tokens");
        assertThat(notebook.completions("%fit runs loss ~ tokens+s")).containsExactly("tokens+source", "tokens+seed");
        assertThat(notebook.completions("%fit runs loss ~ tokens --form power,sh"))
                .containsExactly("power,shifted");
        assertThat(notebook.completions("%fit runs loss ~ tokens --loss hub"))
                .isEqualTo(List.of("huber", "huber-hoffmann"));
        assertThat(notebook.completions("%fit runs loss ~ tokens --weights s")).containsExactly("source", "seed");
        assertThat(notebook.completions("%methods ")).contains("laws").doesNotContain("runs");
    }
}
