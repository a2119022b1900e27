package dev.temper.toolkit.magic.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.session.CellResult;
import dev.temper.kernel.session.Frontend;
import dev.temper.kernel.session.Notebook;
import java.util.List;

/** A real kernel's notebook, without a page. */
final class FitNotebook implements Frontend, AutoCloseable {
    /** Three sources at six budgets with three seeds; one line differs from the law by a known noise. */
    static final String RUNS = """
            import tech.tablesaw.api.*;
            Table runs() {
                StringColumn source = StringColumn.create("source");
                DoubleColumn tokens = DoubleColumn.create("tokens");
                DoubleColumn loss = DoubleColumn.create("val loss");
                IntColumn seed = IntColumn.create("seed");
                double[][] laws = {{1.8, 12, .25}, {1.6, 30, .28}, {2.0, 6, .22}};
                String[] names = {"web", "books", "code"};
                java.util.Random random = new java.util.Random(7);
                for (int s = 0; s < 3; s++) {
                    for (int b = 0; b < 6; b++) {
                        for (int k = 0; k < 3; k++) {
                            double budget = 20480 * Math.pow(3, b);
                            double law = laws[s][0] + laws[s][1] * Math.pow(budget, -laws[s][2]);
                            source.append(names[s]);
                            tokens.append(budget);
                            loss.append(law * Math.exp(.003 * random.nextGaussian()));
                            seed.append(k);
                        }
                    }
                }
                return Table.create("runs", source, tokens, loss, seed);
            }
            Table runs = runs();
            """;

    private final Notebook notebook = new Notebook(this);
    private int cell;

    Notebook notebook() {
        return notebook;
    }

    /** Runs a cell that shows a value. */
    MimeBundle shown(String text) {
        CellResult result = notebook.run(text, ++cell);
        assertThat(result).as(text).isInstanceOf(CellResult.Shown.class);
        return ((CellResult.Shown) result).bundle();
    }

    /** Runs a cell that shows nothing. */
    void run(String text) {
        assertThat(notebook.run(text, ++cell)).as(text).isEqualTo(new CellResult.Done());
    }

    /** Runs a cell that fails; what is said. */
    String error(String text) {
        CellResult result = notebook.run(text, ++cell);
        assertThat(result).as(text).isInstanceOf(CellResult.Failed.class);
        return String.join("\n", ((CellResult.Failed) result).error().trace());
    }

    List<String> completions(String text) {
        return notebook.complete(text, text.length()).suggestions().stream()
                .map(suggestion -> suggestion.text())
                .toList();
    }

    @Override
    public void close() {
        notebook.close();
    }

    @Override
    public void enter() {
        // one thread asks
    }

    @Override
    public Place place() {
        return (stream, text) -> {};
    }

    @Override
    public void display(MimeBundle bundle, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String ask(String prompt, boolean secret) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear(boolean wait) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void nextInput(String text, boolean replace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void page(MimeBundle explanation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PastCell> history(int most) {
        return List.of();
    }
}
