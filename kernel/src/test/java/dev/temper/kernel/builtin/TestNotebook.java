package dev.temper.kernel.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.session.CellError;
import dev.temper.kernel.session.CellResult;
import dev.temper.kernel.session.Notebook;
import dev.temper.kernel.session.Recorder;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** A real notebook on a page that remembers what it was shown. */
public final class TestNotebook implements AutoCloseable {
    private final Recorder page = new Recorder();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Notebook notebook = new Notebook(page);

    /** Starts it, and gives it the streams of this process until it is closed. */
    public TestNotebook() {
        page.answer("");
        System.setOut(notebook.out());
        System.setErr(notebook.err());
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        notebook.close();
    }

    /** The notebook itself. */
    public Notebook notebook() {
        return notebook;
    }

    /** Runs a cell as number 7. */
    public CellResult run(String cell) {
        page.forget();
        return notebook.run(cell, 7);
    }

    /** Runs a cell that shows a value; returns that as text. */
    public String value(String cell) {
        return bundle(cell).text();
    }

    /** Runs a cell that shows a value; returns that. */
    public MimeBundle bundle(String cell) {
        CellResult result = run(cell);
        assertThat(result).isInstanceOf(CellResult.Shown.class);
        return ((CellResult.Shown) result).bundle();
    }

    /** Runs a cell that shows no value; returns what it printed. */
    public String printed(String cell) {
        assertThat(run(cell)).isEqualTo(new CellResult.Done());
        return stream("OUT ");
    }

    /** What the last cell wrote to one stream. */
    public String stream(String name) {
        return shown().stream()
                .filter(text -> text.startsWith(name))
                .map(text -> text.substring(name.length()))
                .collect(Collectors.joining());
    }

    /** Runs a cell that fails; returns why. */
    public CellError error(String cell) {
        CellResult result = run(cell);
        assertThat(result).isInstanceOf(CellResult.Failed.class);
        return ((CellResult.Failed) result).error();
    }

    /** What the last cell showed, in order. */
    public List<String> shown() {
        return page.shown();
    }

    /** What the last cell displayed. */
    public List<MimeBundle> displayed() {
        return page.displayed();
    }

    /** Sets what the user types when asked; empty for a page that cannot be asked. */
    public void answer(String text) {
        page.answer(text);
    }

    /** Adds a cell to what was run before. */
    public void remember(int session, int number, String text) {
        page.remember(new PastCell(session, number, text));
    }
}
