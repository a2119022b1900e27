package dev.temper.kernel.builtin.shell;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code %%bash}: runs the lines of a cell as a script of bash. */
public final class BashMagic implements Magic {
    private static final Usage USAGE = Usage.cell(
                    "bash", "Run the lines below as a script of bash; an exit code but 0 is an error.")
            .with(Option.of("out", ValueType.TEXT, "the variable to put standard output into, as text"))
            .with(Option.of("err", ValueType.TEXT, "the variable to put standard error into, as text"))
            .with(Option.flag("no-raise-error", "take any exit code for a success"))
            .example("%%bash\nset -e\nfor f in *.csv; do wc -l \"$f\"; done")
            .example("%%bash --out listing\nls");

    /** Makes the magic. */
    public BashMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws InterruptedException {
        Options options = invocation.options(USAGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new Program(List.of("bash", "-c", invocation.body()), session)
                .run(options.has("out") ? out : session.out(), options.has("err") ? err : session.err());
        bind(options, "out", out, session);
        bind(options, "err", err, session);
        if (!options.flag("no-raise-error")) {
            Exit.check(exit, invocation, session);
        }
        return null;
    }

    private static void bind(Options options, String option, ByteArrayOutputStream printed, Session session) {
        if (options.has(option)) {
            session.bind(options.text(option), String.class, printed.toString(StandardCharsets.UTF_8));
        }
    }
}
