package dev.temper.kernel.builtin.file;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code %run}: runs a file as if its text stood in the cell. */
public final class RunMagic implements Magic {
    private static final Usage USAGE = Usage.line(
                    "run", "Run a file of Java, or the code cells of a notebook, as if it stood in this cell.")
            .with(Argument.required("file", ValueType.PATH, "a file such as setup.jsh, or a notebook (.ipynb)"))
            .example("%run setup.jsh")
            .example("%run 01-data-source-utility.ipynb");

    /** Makes the magic. */
    public RunMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws Exception {
        Options options = invocation.options(USAGE);
        Path file = options.path("file");
        Object last = null;
        for (Source source : Source.read(file, session.directory().resolve(file))) {
            last = session.workspace().run(source.text(), source.name());
        }
        return last;
    }
}
