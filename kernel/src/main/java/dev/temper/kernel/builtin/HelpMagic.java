package dev.temper.kernel.builtin;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.List;

/** {@code %help}: how a magic is typed. */
public final class HelpMagic implements Magic {
    private static final Usage USAGE = Usage.line("help", "Explain a magic, or list them all.")
            .with(Argument.optional("name", ValueType.TEXT, "the magic to explain, with or without percent signs"))
            .example("%help")
            .example("%help lsmagic");

    /** Makes the magic. */
    public HelpMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<String> words(Magics magics, String typed) {
        return magics.usages().stream().map(Usage::name).toList();
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        Options options = invocation.options(USAGE);
        Magics magics = session.magics();
        if (!options.has("name")) {
            return MimeBundle.plain(ListMagics.table(magics) + "\n\n%help NAME explains one of them, as NAME? does.");
        }
        String name = options.text("name").replaceFirst("^%{1,2}", "");
        return MimeBundle.plain(magics.find(name)
                .orElseThrow(() -> magics.unknown(name))
                .usage()
                .help());
    }
}
