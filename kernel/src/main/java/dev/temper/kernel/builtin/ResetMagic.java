package dev.temper.kernel.builtin;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code %reset}: forgets what cells have defined. */
public final class ResetMagic implements Magic {
    private static final Usage USAGE = Usage.line(
                    "reset", "Forget all variables, methods and classes that cells have defined, but no import.")
            .with(Option.flag("force", "do not ask first").alias("f"))
            .example("%reset -f");

    /** Makes the magic. */
    public ResetMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws InterruptedException {
        if (invocation.options(USAGE).flag("force") || isWanted(session)) {
            session.workspace().reset();
        } else {
            session.out().println("Nothing was forgotten.");
        }
        return null;
    }

    private static boolean isWanted(Session session) throws InterruptedException {
        try {
            String answer =
                    session.ask("Forget all that cells have defined? It cannot be brought back. (y/[n]) ", false);
            return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (UnsupportedOperationException e) {
            throw new MagicException("%reset must ask first, but this page cannot be asked: write %reset -f", e);
        }
    }
}
