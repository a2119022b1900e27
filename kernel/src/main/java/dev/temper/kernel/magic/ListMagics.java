package dev.temper.kernel.magic;

import dev.temper.kernel.display.MimeBundle;
import java.util.stream.Collectors;

/** {@code %lsmagic}: a line for each magic. */
final class ListMagics implements Magic {
    private static final Usage USAGE =
            Usage.line("lsmagic", "List the magics of this kernel.").example("%lsmagic");

    private final Magics magics;

    ListMagics(Magics magics) {
        this.magics = magics;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        return MimeBundle.plain(table(magics));
    }

    static String table(Magics magics) {
        int width = magics.usages().stream()
                .mapToInt(usage -> usage.typed().length())
                .max()
                .orElse(0);
        return magics.usages().stream()
                .map(usage -> usage.typed() + " ".repeat(width - usage.typed().length() + 2) + usage.summary())
                .collect(Collectors.joining("\n"));
    }
}
