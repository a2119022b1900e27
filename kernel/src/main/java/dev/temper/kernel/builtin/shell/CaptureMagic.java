package dev.temper.kernel.builtin.shell;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** {@code %sx command}, mostly typed as {@code var lines = !command}: gives the lines that a command prints. */
public final class CaptureMagic implements Magic {
    private static final Usage USAGE = Usage.line(
                    "sx", "Run a command of the shell and return the lines it prints. Also: var lines = !command")
            .with(Argument.rest("command", ValueType.TEXT, "the command; $name and {expression} are Java's"))
            .example("var files = !ls")
            .example("%sx git log --oneline");

    /** Makes the magic. */
    public CaptureMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object run(Invocation invocation, Session session) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exit = new Program(ShellMagic.command(invocation, session), session).run(printed, session.err());
        Exit.check(exit, invocation, session);
        return new Lines(printed.toString(StandardCharsets.UTF_8));
    }
}
