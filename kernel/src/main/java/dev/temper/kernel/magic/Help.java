package dev.temper.kernel.magic;

import dev.temper.kernel.display.MimeBundle;

/** {@code %help}: how a magic is typed. */
final class Help implements Magic {
    private static final Usage USAGE = Usage.line("help", "Explain a magic, or list them all.")
            .with(Argument.optional("name", ValueType.TEXT, "the magic to explain, with or without percent signs"))
            .example("%help")
            .example("%help lsmagic");

    private final Magics magics;

    Help(Magics magics) {
        this.magics = magics;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        Options options = invocation.options(USAGE);
        if (!options.has("name")) {
            return MimeBundle.plain(ListMagics.table(magics) + "\n\n%help NAME explains one of them.");
        }
        String name = options.text("name").replaceFirst("^%{1,2}", "");
        return MimeBundle.plain(magics.find(name)
                .orElseThrow(() -> magics.unknown(name))
                .usage()
                .help());
    }
}
