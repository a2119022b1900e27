package dev.temper.kernel.builtin;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code %pinfo name}, mostly typed as {@code name?}: explains a magic or something of Java, beside the notebook. */
public class ExplainMagic implements Magic {
    private final Usage usage;
    private final int detail;

    /** Makes the magic. */
    public ExplainMagic() {
        this("pinfo", "?", "Explain a magic or something of Java: its signature and documentation.", 0);
    }

    private ExplainMagic(String name, String marks, String summary, int detail) {
        usage = Usage.line(name, summary + " Typed as name" + marks + " too.")
                .with(Argument.rest(
                        "name", ValueType.JAVA, "a magic with its percent sign, or Java such as String.format"))
                .example("%" + name + " String.format")
                .example("String.format" + marks)
                .example("%lsmagic" + marks);
        this.detail = detail;
    }

    /** {@code %pinfo2 name}, mostly typed as {@code name??}: all there is to say. */
    public static final class InFull extends ExplainMagic {
        /** Makes the magic. */
        public InFull() {
            super("pinfo2", "??", "Explain a magic or something of Java, with all there is to say.", 1);
        }
    }

    @Override
    public final Usage usage() {
        return usage;
    }

    @Override
    public final @Nullable Object run(Invocation invocation, Session session) {
        String what = invocation.arguments();
        if (what.isEmpty()) {
            throw new MagicException(session.place(invocation.line()) + ": name must be given, as in %" + usage.name()
                    + " String.format");
        }
        session.page(explained(what, session));
        return null;
    }

    private MimeBundle explained(String what, Session session) {
        Magics magics = session.magics();
        String name = what.replaceFirst("^%{1,2}", "");
        Optional<MimeBundle> ofMagic =
                magics.find(name).map(magic -> MimeBundle.plain(magic.usage().help()));
        if (what.startsWith("%")) {
            return ofMagic.orElseThrow(() -> magics.unknown(name));
        }
        return session.workspace()
                .explain(what, detail)
                .or(() -> ofMagic)
                .orElseThrow(
                        () -> new MagicException(
                                "There is"
                                        + " nothing to explain of " + what
                                        + ": it must be a name or an expression of Java that is known here, or a magic with its percent sign."));
    }
}
