package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    MagicSession(
            JavaSession java,
            Renderers renderers,
            Frontend frontend,
            Output output,
            IntSupplier cell,
            Supplier<Workspace> workspace) {
        this.java = java;
        this.renderers = renderers;
        this.frontend = frontend;
        this.output = output;
        this.out = output.out();
        this.err = output.err();
        this.cell = cell;
        this.workspace = workspace;
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
    public List<PastCell> history(int most) {
        return frontend.history(most);
    }

    @Override
    public Workspace workspace() {
        return workspace.get();
    }
}
