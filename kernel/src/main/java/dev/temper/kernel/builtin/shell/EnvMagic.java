package dev.temper.kernel.builtin.shell;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.Grid.Column;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Spelling;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code %env}: shows the variables of the environment, and sets them for the programs that cells start. */
public final class EnvMagic implements Magic {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?s)([^\\s=]+)(?:\\s*=\\s*|\\s+)(.*)");
    private static final Usage USAGE = Usage.line(
                    "env", "Show the variables of the environment, or set one for programs that cells start.")
            .with(Option.flag("unset", "take the variable away"))
            .with(Argument.rest("variable", ValueType.TEXT, "NAME to show it, NAME=VALUE to set it"))
            .example("%env")
            .example("%env HOME")
            .example("%env OMP_NUM_THREADS=2")
            .example("%env --unset OMP_NUM_THREADS");

    /** Makes the magic. */
    public EnvMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<String> words(Magics magics, String typed) {
        return System.getenv().keySet().stream().sorted().toList();
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) {
        Options options = invocation.options(USAGE);
        Map<String, String> environment = session.environment();
        if (!options.has("variable")) {
            return new Grid(
                            List.of(Column.text("variable"), Column.text("value")),
                            new TreeMap<>(environment)
                                    .entrySet().stream()
                                            .map(entry -> List.of(
                                                    entry.getKey(), Secrets.masked(entry.getKey(), entry.getValue())))
                                            .toList())
                    .bundle("");
        }
        String typed = options.text("variable");
        Matcher assignment = ASSIGNMENT.matcher(typed);
        if (options.flag("unset")) {
            known(typed, environment);
            environment.remove(typed);
            return null;
        }
        if (assignment.matches()) {
            set(assignment.group(1), unquoted(assignment.group(2)), session);
            return null;
        }
        String value = known(typed, environment);
        return invocation.assigned() ? value : Secrets.masked(typed, value);
    }

    private static String known(String name, Map<String, String> environment) {
        String value = environment.get(name);
        if (value == null) {
            String meant = Spelling.nearest(name, environment.keySet())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            throw new MagicException("There is no variable " + name + " in the environment." + meant
                    + " %env lists them; %env " + name + "=VALUE sets it.");
        }
        return value;
    }

    private static void set(String name, String value, Session session) {
        session.environment().put(name, value);
        session.out()
                .println("env: " + name + "=" + Secrets.masked(name, value)
                        + "  (for programs that cells start; System.getenv of this kernel cannot change)");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
