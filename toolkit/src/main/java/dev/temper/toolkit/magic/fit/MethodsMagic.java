package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.display.Content;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Typing;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.kernel.magic.Workspace;
import java.util.List;

/** Writes the methods sheet of laws. */
public final class MethodsMagic implements Magic {
    private static final Usage USAGE = Usage.line(
                    "methods",
                    "Writes in Markdown what a paper must say of fitted laws: form, loss, optimiser, starts, data kept and left out with"
                            + " their hash, intervals, versions and the exact call.")
            .with(Argument.required("fits", ValueType.TEXT, "the variable that %fit was assigned to"))
            .example("%methods fits");

    /** Makes the magic. */
    public MethodsMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<String> words(Typing typing) {
        return typing.variables().get().stream()
                .filter(variable -> variable.value() instanceof LawFits)
                .map(Workspace.Variable::name)
                .toList();
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        String name = invocation.options(USAGE).text("fits");
        Object value = session.lookup(name)
                .orElseThrow(() -> new MagicException("fits must be a variable, but there is no " + name + "; run var "
                        + name + " = %fit ... first"));
        if (!(value instanceof LawFits fits)) {
            throw new MagicException("fits must hold what %fit gives, but " + name + " holds a "
                    + value.getClass().getSimpleName());
        }
        return Content.markdown(fits.methods());
    }
}
