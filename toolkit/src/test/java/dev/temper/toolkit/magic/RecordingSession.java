package dev.temper.toolkit.magic;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell without a kernel: keeps what a magic shows and binds. */
final class RecordingSession implements Session {
    final List<List<MimeBundle>> displays = new ArrayList<>();
    final Map<String, Object> variables = new HashMap<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final Renderers renderers = new Renderers();
    private final Path directory;

    RecordingSession(Path directory) {
        this.directory = directory;
        new ToolkitRenderers().provide(renderers);
    }

    String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int cell() {
        return 1;
    }

    @Override
    public Renderers renderers() {
        return renderers;
    }

    @Override
    public void display(@Nullable Object value) {
        displays.add(List.of(renderers.render(value)));
    }

    @Override
    public LiveDisplay live(@Nullable Object first) {
        List<MimeBundle> states = new ArrayList<>(List.of(renderers.render(first)));
        displays.add(states);
        return value -> states.add(renderers.render(value));
    }

    @Override
    public PrintStream out() {
        return stream;
    }

    @Override
    public PrintStream err() {
        return stream;
    }

    @Override
    public void bind(String name, Class<?> type, @Nullable Object value) {
        if (value != null) {
            variables.put(name, type.cast(value));
        }
    }

    @Override
    public Optional<Object> lookup(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void clear(boolean wait) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String ask(String prompt, boolean secret) {
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
    public Magics magics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> environment() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PastCell> history(int most) {
        return List.of();
    }

    @Override
    public Workspace workspace() {
        throw new UnsupportedOperationException();
    }
}
