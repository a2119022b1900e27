package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A magic that does everything a magic can. */
public final class EchoMagic implements Magic {
    private static final Usage USAGE = Usage.lineOrCell("echo", "Say it again.")
            .with(Argument.repeated("words", ValueType.TEXT, "what to say"))
            .with(Option.of("into", ValueType.TEXT, "the variable to say it into"))
            .with(Option.of("from", ValueType.TEXT, "the variable to read"))
            .with(Option.flag("live", "show it in an output that changes"))
            .with(Option.flag("fail", "do not say it"));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) {
        Options options = invocation.options(USAGE);
        List<String> words = options.texts("words");
        if (options.flag("fail")) {
            throw new MagicException(List.of("first fault", session.place(invocation.bodyLine()) + ": second fault"));
        }
        if (options.has("into")) {
            session.bind(options.text("into"), words.getClass(), words);
            return null;
        }
        if (options.has("from")) {
            return session.lookup(options.text("from")).orElse("nothing");
        }
        if (options.flag("live")) {
            LiveDisplay live = session.live("begin");
            words.forEach(live::update);
            session.out().println("done");
            return null;
        }
        return invocation.body().isEmpty() ? words : MimeBundle.plain(words + invocation.body());
    }
}
