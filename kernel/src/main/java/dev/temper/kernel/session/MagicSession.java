package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Origin;
import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The notebook as its magics see it. */
final class MagicSession implements Session {
    private final JavaSession java;
    private final Renderers renderers;
    private final Frontend frontend;
    private final Output output;
    private final PrintStream out;
    private final PrintStream err;
    private final IntSupplier cell;
    private final Supplier<Workspace> workspace;
    private final Supplier<Magics> magics;
    private final Map<String, String> environment = new ConcurrentHashMap<>(System.getenv());
    private volatile String source = "";

    MagicSession(
            JavaSession java,
            Renderers renderers,
            Frontend frontend,
            Output output,
            IntSupplier cell,
            Supplier<Workspace> workspace,
            Supplier<Magics> magics) {
        this.java = java;
        this.renderers = renderers;
        this.frontend = frontend;
        this.output = output;
        this.out = output.out();
        this.err = output.err();
        this.cell = cell;
        this.workspace = workspace;
        this.magics = magics;
    }

    /** Where a line is that is being run: in the cell, or in the file that the cell runs. */
    Origin origin(int line) {
        String file = source;
        return file.isEmpty() ? new Origin(cell(), line) : new Origin(file, line);
    }

    /** Sets what the text is that is run from now on, empty for the cell itself; returns what it was. */
    String enter(String text) {
        String before = source;
        source = text;
        return before;
    }

    @Override
    public String place(int line) {
        return origin(line).place();
    }

    @Override
    public int cell() {
        return cell.getAsInt();
    }

    @Override
    public Renderers renderers() {
        return renderers;
    }

    @Override
    public void display(@Nullable Object value) {
        MimeBundle bundle = renderers.render(value);
        output.flush();
        frontend.display(bundle, "");
    }

    @Override
    public LiveDisplay live(@Nullable Object first) {
        String id = UUID.randomUUID().toString();
        MimeBundle bundle = renderers.render(first);
        output.flush();
        frontend.display(bundle, id);
        return value -> frontend.update(renderers.render(value), id);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public void bind(String name, Class<?> type, @Nullable Object value) {
        try {
            java.bind(name, type, value);
        } catch (IllegalArgumentException e) {
            throw new MagicException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<Object> lookup(String name) {
        return java.variable(name);
    }

    @Override
    public Path directory() {
        return Path.of("").toAbsolutePath();
    }

    @Override
    public void clear(boolean wait) {
        output.flush();
        frontend.clear(wait);
    }

    @Override
    public String ask(String prompt, boolean secret) throws InterruptedException {
        output.flush();
        return frontend.ask(prompt, secret);
    }

    @Override
    public void nextInput(String text, boolean replace) {
        frontend.nextInput(text, replace);
    }

    @Override
    public void page(MimeBundle explanation) {
        frontend.page(explanation);
    }

    @Override
    public Magics magics() {
        return magics.get();
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public List<PastCell> history(int most) {
        return frontend.history(most);
    }

    @Override
    public Workspace workspace() {
        return workspace.get();
    }
}
