package dev.temper.kernel.builtin;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.kernel.magic.Workspace.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code %who}: the names of the variables. */
public final class WhoMagic implements Magic {
    private static final Usage USAGE = Usage.line("who", "Print the names of the variables.")
            .with(Argument.repeated("types", ValueType.TEXT, "print only those of these types"))
            .example("%who")
            .example("%who int double[] List");

    /** Makes the magic. */
    public WhoMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) {
        List<String> types = invocation.options(USAGE).texts("types");
        List<String> names =
                Variables.of(session, types).stream().map(Variable::name).toList();
        if (invocation.assigned()) {
            return names;
        }
        session.out().println(names.isEmpty() ? Variables.none(types) : String.join("  ", names));
        return null;
    }
}
