package dev.temper.kernel.builtin;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import java.util.stream.Collectors;

/** {@code %lsmagic}: a line for each magic. */
public final class ListMagics implements Magic {
    private static final Usage USAGE =
            Usage.line("lsmagic", "List the magics of this kernel.").example("%lsmagic");

    /** Makes the magic. */
    public ListMagics() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        return MimeBundle.plain(table(session.magics()));
    }

    static String table(Magics magics) {
        int width = magics.usages().stream()
                .mapToInt(usage -> typed(usage).length())
                .max()
                .orElse(0);
        return magics.usages().stream()
                .map(usage -> typed(usage) + " ".repeat(width - typed(usage).length() + 2) + usage.summary())
                .collect(Collectors.joining("\n"));
    }

    private static String typed(Usage usage) {
        return usage.kinds().stream()
                .sorted()
                .map(kind -> kind.sign() + usage.name())
                .collect(Collectors.joining(" "));
    }
}
